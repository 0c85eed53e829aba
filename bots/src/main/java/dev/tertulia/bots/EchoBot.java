package dev.tertulia.bots;

import java.util.List;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;

/** Repeats the text after {@code /echo}, in several messages if it is too long for one. */
@Bot(example = true)
final class EchoBot {

    @OnCommand("echo {words...}")
    List<Reply> echo(String words) {
        return Reply.texts(words);
    }
}
