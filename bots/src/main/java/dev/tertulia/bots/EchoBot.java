package dev.tertulia.bots;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;

/** Says again what follows {@code /echo}. */
@Bot
final class EchoBot {

    @OnCommand("echo {words...}")
    String echo(String words) {
        return words;
    }
}
