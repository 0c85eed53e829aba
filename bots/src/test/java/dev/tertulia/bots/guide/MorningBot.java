package dev.tertulia.bots.guide;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnSchedule;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;

@Bot
final class MorningBot {

    record Count(int mornings) {}

    @OnCommand(value = "morning on", help = "Says good morning here at nine.")
    void on(Group group) {
        group.label("morning");
    }

    @OnSchedule(value = "0 9 * * *", groups = "morning", zone = "Europe/Madrid")
    Notice morning(Group group, State<Count> count) {
        count.update(before -> new Count(before.mornings() + 1));
        return Reply.text("Good morning, number " + count.get().mornings() + "!").orTemplate("morning");
    }
}
