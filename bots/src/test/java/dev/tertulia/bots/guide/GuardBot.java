package dev.tertulia.bots.guide;

import dev.tertulia.bot.Before;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Quoted;
import dev.tertulia.bot.Staff;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Member;

@Bot
final class GuardBot {

    @Before
    void look(GroupMessage message, Turn turn) {
        if (message.text().contains("http://spam.example")) {
            turn.stop();
        }
    }

    @OnCommand(value = "kick", help = "Removes the author of the message that you quote.")
    @Staff
    String kick(@Quoted Member author, Group group) {
        group.remove(author);
        return author.name() + " is removed.";
    }
}
