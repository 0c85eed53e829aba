package dev.tertulia.handlers;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnAnswerMissing;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Unanswered;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;
import dev.tertulia.message.Origin;

import static org.assertj.core.api.Assertions.assertThat;

/** A bot asks, the person answers in their own words, and the answer is asked for again until it fits. */
class DialogueTest {

    private static final Events ANA = Events.in("G");
    private static final Events BEN = ANA.by(Events.BEN);

    record Booking(LocalDate day, LocalTime time) {}

    /** Three questions; the lines are counted by the documentation. */
    @Bot
    static final class BookingBot {

        @OnCommand(value = "book", where = OnCommand.Where.ANYWHERE)
        Reply book() {
            return Reply.text("Which day?").asking("day");
        }

        @OnAnswer("day")
        Reply day(LocalDate day, @PerMember State<Booking> booking) {
            booking.set(new Booking(day, null));
            return Reply.text("What time?").asking("time");
        }

        @OnAnswer("time")
        Reply time(LocalTime time, @PerMember State<Booking> booking) {
            booking.update(before -> new Booking(before.day(), time));
            return Reply.text("Your name?").asking("name");
        }

        @OnAnswer("name")
        String name(String name, @PerMember State<Booking> booking) {
            return "Booked " + booking.get().day() + " " + booking.get().time() + " for " + name;
        }

        @OnAnswerMissing("day")
        Notice none(Unanswered question, Member asked, @PerMember State<Booking> booking) {
            booking.clear();
            return Reply.text(asked.name() + ": " + question.reason()).orDrop();
        }

        @OnCommand("ping")
        String ping() {
            return "pong";
        }

        @OnCommand("language {language}")
        void language(Group group, Locale language) {
            group.language(language);
        }

        @OnMessage
        String other() {
            return "other";
        }
    }

    private final TestLine line = Bots.line(BookingBot.class);

    @Test
    void asksOneQuestionAfterTheOther() {
        say(ANA, "/book", "2026-03-31", "9:30", "Ana Lima");

        assertThat(line.said()).containsExactly("Which day?", "What time?", "Your name?",
                "Booked 2026-03-31 09:30 for Ana Lima");
    }

    private void say(Events who, String... words) {
        for (String one : words) {
            line.receive(who.says(one));
        }
    }

    @Test
    void onlyTheirWordsAreTheAnswer() {
        say(ANA, "/book");
        say(BEN, "2026-03-31");
        say(ANA, "2026-03-30");

        assertThat(line.said()).containsExactly("Which day?", "other", "What time?");
    }

    @Test
    void severalPeopleMayBeAskedAtOnce() {
        say(ANA, "/book");
        say(BEN, "/book", "2026-04-01");
        say(ANA, "2026-03-31", "9:30");
        say(BEN, "10:00", "Ben");
        say(ANA, "Ana");

        assertThat(line.said()).endsWith("Booked 2026-04-01 10:00 for Ben", "Booked 2026-03-31 09:30 for Ana");
    }

    @Test
    void commandsWorkInBetween() {
        say(ANA, "/book", "/ping", "2026-03-31");

        assertThat(line.said()).containsExactly("Which day?", "pong", "What time?");
    }

    @Test
    void asksAgainWhereAnAnswerDoesNotFit() {
        say(ANA, "/book", "tomorrow", "2026-03-31");

        assertThat(line.said()).containsExactly("Which day?",
                "I did not understand that: write it like 2026-03-31.", "What time?");
    }

    @Test
    void asksInTheLanguageOfTheGroup() {
        say(ANA, "/language pt", "/book", "amanhã", "31/3/2026");

        assertThat(line.said()).containsExactly("Which day?", "Não percebi: escreva como 2026-03-31.", "What time?");
    }

    @Test
    void givesUpAfterAsManyAnswersAsTheHandlerAllows() {
        say(ANA, "/book", "one", "two", "three", "four", "2026-03-31");

        assertThat(line.said()).hasSize(6).endsWith("Ana: NOT_UNDERSTOOD", "other");
    }

    @Test
    void saysSoWhereNoHandlerTakesAMissingAnswer() {
        say(ANA, "/book", "2026-03-31", "one", "two", "three", "four");

        assertThat(line.said()).endsWith("Let us leave it at that.");
    }

    @ParameterizedTest
    @CsvSource({"Cancel", "stop", "\u200Ecancel "})
    void endsOnAWordThatCancels(String word) {
        say(ANA, "/book", word, "2026-03-31");

        assertThat(line.said()).containsExactly("Which day?", "Ana: CANCELLED", "other");
    }

    @Test
    void saysCancelledWhereNoHandlerTakesThat() {
        say(ANA, "/book", "2026-03-31", "cancel", "9:30");

        assertThat(line.said()).containsExactly("Which day?", "What time?", "Cancelled.", "other");
    }

    @Test
    void cancelMeansNothingWhereNothingIsAsked() {
        say(ANA, "cancel");

        assertThat(line.said()).containsExactly("other");
    }

    @Test
    void endsWhenItsTimeIsOver() {
        say(ANA, "/book");

        line.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(line.said()).containsExactly("Which day?");
        line.advance(Duration.ofMillis(1));
        line.receive(ANA.at(line.clock().instant()).says("2026-03-31"));

        assertThat(line.said()).containsExactly("Which day?", "Ana: TIME_IS_UP", "other");
    }

    @Test
    void anAnswerEndsItsTime() {
        say(ANA, "/book", "2026-03-31");

        line.advance(Duration.ofMinutes(20));

        assertThat(line.said()).containsExactly("Which day?", "What time?");
        assertThat(line.inbox().timers("G")).isEmpty();
    }

    @Test
    void asksAnewInPlaceOfTheQuestionBefore() {
        say(ANA, "/book", "/book", "2026-03-31", "9:30");

        assertThat(line.said()).containsExactly("Which day?", "Which day?", "What time?", "Your name?");
    }

    @Test
    void survivesARestart() {
        say(ANA, "/book", "2026-03-31");

        TestLine restarted = line.restarted();
        restarted.receive(ANA.says("9:30"));
        restarted.receive(ANA.says("Ana"));

        assertThat(restarted.said()).containsExactly("Your name?", "Booked 2026-03-31 09:30 for Ana");
    }

    @Test
    void survivesANewVersionOfTheBotWithoutTheQuestion() {
        say(ANA, "/book");

        TestLine other = line.restartedWith(Bots.found(AnswerTypesTest.SizesBot.class));
        other.receive(ANA.says("2026-03-31"));

        assertThat(other.said()).isEmpty();
        assertThat(other.causes()).isEmpty();
    }

    @Test
    void worksInPrivateChats() {
        Events chat = Events.privately(Events.ANA);

        line.receive(chat.writes("/book"));
        line.receive(chat.writes("2026-03-31"));

        assertThat(line.said()).containsExactly("Which day?", "What time?");
        assertThat(line.graph().asked()).allMatch(asked -> asked.group().equals(Origin.person("US.1")));
    }
}
