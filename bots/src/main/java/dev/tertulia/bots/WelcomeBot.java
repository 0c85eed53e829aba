package dev.tertulia.bots;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Characters;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.message.Joined;

/** Greets whoever joins. A join opens no window, so most of the time it is the template {@code welcome} that goes out. */
@Bot(example = true)
final class WelcomeBot {

    private static final int LONGEST_NAME = 100;

    @OnJoin
    Notice welcome(Joined event) {
        String name = Characters.cut(event.member().name(), LONGEST_NAME);
        return Reply.text("Welcome, " + name).orTemplate(Template.of("welcome", name).in("en"));
    }
}
