package dev.tertulia.bots;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.GroupMessage;

/** Answers {@code /ping} with "pong" and quotes the command: a quick check that everything works. */
@Bot(example = true)
final class PingBot {

    @OnCommand("ping")
    Reply ping(GroupMessage message) {
        return Reply.text("pong").quoting(message);
    }
}
