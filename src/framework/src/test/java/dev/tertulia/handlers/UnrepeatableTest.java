package dev.tertulia.handlers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Attachment;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnError;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Template;
import dev.tertulia.bot.Turn;
import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;
import dev.tertulia.message.Unrepeatable;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

/** What can never succeed fails at once, the bot's author is told why, and the group goes on. */
class UnrepeatableTest {

    private static final Events IN_GROUP = Events.in("G");

    /** Refers to itself, so no JSON can hold it. */
    public record Loop(@Nullable List<Loop> items) {
        static Loop endless() {
            List<Loop> items = new ArrayList<>();
            Loop loop = new Loop(items);
            items.add(loop);
            return loop;
        }
    }

    private static final class Closed extends RuntimeException implements Unrepeatable {

        private static final long serialVersionUID = 1;

        @Override
        public String rule() {
            return "the shop has closed for good";
        }
    }

    @Bot
    static final class CarelessBot {

        @OnCommand("wrong {what} {words...}")
        Reply wrong(String what, String words, Group group, Turn turn, State<Loop> state) {
            return switch (what) {
                case "long" -> Reply.text("x".repeat(4097));
                case "empty" -> Reply.text(" ");
                case "caption" -> Reply.image(Attachment.of("1"), "x".repeat(1025));
                case "file" -> Reply.image(Attachment.of(words));
                case "address" -> Reply.image(Attachment.at(words));
                case "template" -> Reply.text("hi").orTemplate("Hello");
                case "parameter" -> Reply.text("hi").orTemplate("hello", " ");
                case "invite" -> invite(group);
                case "pin" -> done(group.pin("wamid.1", 31));
                case "subject" -> done(group.rename("x".repeat(129)));
                case "create" -> done(turn.create(NewGroup.called(" ")));
                case "remove" -> done(group.remove(List.of()));
                case "approve" -> done(group.approve(List.of()));
                case "timer" -> timer(group);
                case "label" -> label(group, words);
                case "state" -> keep(state);
                case "wrapped" -> wrapped();
                case "refused" -> throw new RefusedByWhatsApp(100, 400, false, "100 Invalid parameter: " + words);
                case "own" -> throw new Closed();
                default -> Reply.text("fine");
            };
        }

        private static Reply done(Object operation) {
            return Reply.text("done");
        }

        private static Reply invite(Group group) {
            group.invite(new dev.tertulia.message.Member(null, "1", null, null), Template.of("come"));
            return Reply.text("done");
        }

        private static Reply timer(Group group) {
            group.startTimer("tea", ofDays(-1));
            return Reply.text("done");
        }

        private static Reply label(Group group, String label) {
            group.label(label);
            return Reply.text("done");
        }

        private static Reply keep(State<Loop> state) {
            state.set(Loop.endless());
            return Reply.text("done");
        }

        private static Reply wrapped() {
            try {
                return Reply.text("");
            } catch (IllegalArgumentException e) {
                throw new CompletionException(e);
            }
        }
    }

    @Bot
    static final class PassingBot {

        @OnCommand("busy")
        void busy() {
            throw new RefusedByWhatsApp(4, 400, true, "too many calls");
        }
    }

    @Bot
    static final class SorryBot {

        @OnError
        Notice sorry(Failure failure) {
            return Reply.text("tried %d times".formatted(failure.attempts())).orDrop();
        }
    }

    private final TestLine line = Bots.line(CarelessBot.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"long | a reply has 4097 characters", "empty | a reply has no words",
            "caption | a caption has 1025 characters", "file | '…' is no media id",
            "address | '…' is no address that WhatsApp can fetch", "template | '…' cannot be a template's name",
            "parameter | a template's parameter is empty", "invite | invite by template come: give it",
            "pin | pin for 31 days: WhatsApp takes 1 to 30", "subject | a subject of 129 characters",
            "create | a subject of 0 characters", "remove | remove 0 people", "approve | join requests …: give the id",
            "timer | timer '…' would start in the past", "label | '…' cannot be a label",
            "state | Loop cannot be written as JSON", "wrapped | a reply has no words",
            "own | the shop has closed for good"})
    void failsAtOnceAndTellsTheRule(String what, String rule) {
        line.receive(IN_GROUP.says("/wrong " + what + " my secret"));
        line.receive(IN_GROUP.says("/wrong nothing x"));

        assertThat(line.said()).containsExactly("fine");
        assertThat(line.journal(Step.RETRIED)).isEmpty();
        assertThat(line.journal(Step.DEAD)).singleElement().asString().contains(rule).doesNotContain("secret");
        assertThat(line.inbox().deadLetters()).singleElement().asString()
                .contains("failed, and trying again cannot help: ");
    }

    @Test
    void theDeadLetterTellsAll() {
        line.receive(IN_GROUP.says("/wrong label My_Secret"));

        assertThat(line.inbox().deadLetters()).singleElement().asString().contains("'My_Secret' cannot be a label");
    }

    @Test
    void aRefusalOfWhatsAppsThatStaysIsNotRepeated() {
        line.receive(IN_GROUP.says("/wrong refused x"));

        assertThat(line.journal(Step.RETRIED)).isEmpty();
        assertThat(line.inbox().deadLetters()).singleElement().asString().contains("100 Invalid parameter");
    }

    @Test
    void aRefusalThatPassesIsRepeated() {
        TestLine busy = Bots.line(PassingBot.class);

        busy.receive(IN_GROUP.says("/busy"));

        assertThat(busy.journal(Step.RETRIED)).isNotEmpty();
    }

    @Test
    void theBotHearsThatItWasTriedOnce() {
        TestLine sorry = Bots.line(CarelessBot.class, SorryBot.class);

        sorry.receive(IN_GROUP.says("/wrong long x"));

        assertThat(sorry.said()).containsExactly("tried 1 times");
    }

    @Test
    void aHintAboutALongWordIsCut() {
        TestLine numbers = Bots.line(NumberBot.class);

        numbers.receive(IN_GROUP.says("/count " + "x".repeat(5000)));

        assertThat(numbers.said())
                .containsExactly("'" + "x".repeat(40) + "…' is not a valid to; it must be a number.");
    }

    @Bot
    static final class NumberBot {

        @OnCommand("count {to}")
        void count(int to) {}
    }
}
