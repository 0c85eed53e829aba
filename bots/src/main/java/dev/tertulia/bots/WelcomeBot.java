package dev.tertulia.bots;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Characters;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.message.Joined;

/** Greets new members. A join does not open the window, so usually the template {@code welcome} is sent. */
@Bot(example = true)
final class WelcomeBot {

    private static final int LONGEST_NAME = 100;

    @OnJoin
    Notice welcome(Joined event) {
        String name = Characters.cut(event.member().name(), LONGEST_NAME);
        return Reply.text("Welcome, " + name).orTemplate(Template.of("welcome", name).in("en"));
    }
}
