package ${package};

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.GroupMessage;

/** Says hello. */
@Bot
final class HelloBot {

    @OnCommand("hello")
    Reply hello(GroupMessage message) {
        return Reply.text("Hello, " + message.sender().name() + "!");
    }
}
