package dev.tertulia.handlers;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnAnswerMissing;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnQuote;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Staff;
import dev.tertulia.message.Events;

import static org.assertj.core.api.Assertions.assertThat;

/** A dialogue that cannot work is refused or warned of. */
class DialogueMistakesTest {

    private static final Events ANA = Events.in("G");

    @Bot
    static final class Timeless {

        @OnAnswer(value = "day", within = "soon")
        void day(String day) {}
    }

    @Test
    void refusesATimeThatIsNone() {
        Bots.refuses(Timeless.class, "Timeless.day(String): within = \"soon\" of @OnAnswer; write a time of at most 30"
                + " days, such as 15m, 2h or 7d");
    }

    @Bot
    static final class Twice {

        @OnAnswer("day")
        void day(String day) {}

        @OnAnswer("day")
        void date(LocalDate day) {}
    }

    @Test
    void refusesTwoHandlersForOneAnswer() {
        Bots.refuses(Twice.class, "two handlers for the answer Twice day: Twice.date(LocalDate) and Twice.day(String);"
                + " rename one of the answers");
    }

    @Test
    void refusesAQuestionThatNobodyHears() {
        Bots.refuses(ForgetfulBot.class, "ForgetfulBot asks the question 'day', and no handler of it takes the answer;"
                + " write a method with @OnAnswer(\"day\")");
    }

    @Test
    void tellsTheAuthorOfAQuestionWhoseNameIsMade() {
        TestLine careless = Bots.line(CarelessBot.class);

        careless.receive(ANA.says("/ask day"));

        assertThat(careless.causes()).singleElement().asString().contains("the question 'day' is asked")
                .contains("@OnAnswer(\"day\")");
    }

    @Bot
    static final class CarelessBot {

        @OnCommand("ask {what}")
        Reply ask(String what) {
            return Reply.text("Which?").asking(what);
        }
    }

    @Bot
    static final class ForgetfulBot {

        @OnCommand("ask")
        List<Reply> ask() {
            return List.of(Reply.text("Which?").asking("day"));
        }
    }

    @Bot
    static final class AsksForOther {

        @OnCommand("start")
        Reply start() {
            return Reply.text("Which day?").asking("day").tagged("question");
        }

        @OnAnswer("day")
        void day(LocalDate day) {}

        @OnAnswer("time")
        void time(LocalTime time) {}

        @OnAnswerMissing({"day", "place"})
        void none() {}

        @OnQuote("answer")
        void quoted() {}

        @OnCommand("close")
        @Staff
        void close() {}
    }

    @Test
    void warnsOfWhatNobodyAsksForOrGives() {
        assertThat(Bots.found(AsksForOther.class).warnings()).containsExactlyInAnyOrder(
                "AsksForOther.time(LocalTime) @OnAnswer is never called: its bot asks no question 'time'; ask it with"
                        + " Reply.text(…).asking(\"time\")",
                "AsksForOther.none() @OnAnswerMissing is never called for 'place': its bot has no @OnAnswer(\"place\")",
                "AsksForOther.quoted() @OnQuote is never called: its bot gives no tag 'answer'; give it with"
                        + " Reply.text(…).tagged(\"answer\")",
                "AsksForOther.close() is for staff, and nobody is; name them with TERTULIA_STAFF");
    }
}
