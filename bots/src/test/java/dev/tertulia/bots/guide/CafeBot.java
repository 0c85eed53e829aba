package dev.tertulia.bots.guide;

import java.time.DayOfWeek;
import java.util.Locale;

import io.micronaut.context.annotation.Value;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Media;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnCommand.Where;
import dev.tertulia.bot.OnMedia;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.Phrases;
import dev.tertulia.bot.PrivateReply;
import dev.tertulia.bot.Reply;
import dev.tertulia.bots.guide.OwnKinds.Hour;
import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.message.Member;

@Bot
final class CafeBot {

    private static final int MOST_BYTES = 1_000_000;

    private final String name;

    CafeBot(@Value("${cafe.name:Café}") String name) {
        this.name = name;
    }

    @OnCommand(value = "open", help = "{help.open}")
    String open(Phrases phrases, Hour hour) {
        return phrases.get(hour.value() < 18 ? "open" : "closed", name);
    }

    @OnCommand(value = "language {language}", hidden = true)
    void language(Group group, Locale language) {
        group.language(language);
    }

    @OnMessage(value = "(?i)price", mentioned = true)
    String price() {
        return "Coffee is 2 EUR.";
    }

    @Weekday(DayOfWeek.MONDAY)
    String monday() {
        return "We are closed on Mondays.";
    }

    @OnMedia(MediaKind.IMAGE)
    Reply photo(Media photo) {
        return Reply.image(photo.attachment(), "Nice, " + photo.bytes(MOST_BYTES).length + " bytes");
    }

    @OnCommand(value = "table", where = Where.PRIVATE)
    PrivateReply table(Member member) {
        return PrivateReply.buttons("For how many, " + member.name() + "?", "Two", "Four");
    }
}
