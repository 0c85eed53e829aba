package dev.tertulia.handlers;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnStatus;
import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.journal.CorrelationId;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.operator.EventLife;
import dev.tertulia.store.JournalEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** The journal has every step in the life of an event that passes through the line. */
class EventLifeTest {

    private static final Events IN_GROUP = Events.in("G");

    @Bot
    static final class TeaBot {

        @OnCommand("tea")
        String tea() {
            return "tea";
        }

        @OnCommand("coffee")
        String coffee() {
            throw new IllegalStateException("no beans, says +49 151 12345678");
        }
    }

    private final TestLine line = Bots.line(TeaBot.class);

    private List<String> steps(Event event) {
        EventLife life = line.events().find(CorrelationId.of(event).mark()).orElseThrow();
        return life.steps().stream().map(step -> step.step() + " " + step.detail()).toList();
    }

    @Test
    void ofAnAnswer() {
        Event tea = IN_GROUP.says("/tea");
        line.receive(tea);

        assertThat(steps(tea)).containsExactly("ACCEPTED GroupMessage …1234",
                "HANDLED GroupMessage: TeaBot.tea() → 1 to send, 1 stored",
                "SENT FreeForm: wamid.out1");
    }

    @Bot
    static final class StatusBot {

        @OnCommand("tea")
        String tea() {
            return "tea";
        }

        @OnStatus
        void read(MessageStatus status) {}
    }

    @Test
    void ofStatusesThatHandlersTake() {
        TestLine statuses = Bots.line(StatusBot.class);
        Event tea = IN_GROUP.says("/tea");
        statuses.receive(tea);
        String send = statuses.events().find(CorrelationId.of(tea).mark()).orElseThrow().steps().getLast().subject();
        statuses.receive(IN_GROUP.status(State.DELIVERED, "wamid.out1", send));
        statuses.receive(IN_GROUP.status(State.READ, "wamid.out1", send));

        EventLife life = statuses.events().find(CorrelationId.of(tea).mark()).orElseThrow();

        assertThat(life.ofEvent()).extracting(JournalEntry::step).containsExactly(Step.ACCEPTED, Step.HANDLED);
        assertThat(life.ofReports()).hasSize(2).allMatch(
                report -> report.step() == Step.HANDLED && report.detail().contains("StatusBot.read(MessageStatus)"));
        assertThat(life.ofSends().get(send)).extracting(JournalEntry::step).containsExactly(Step.SENT, Step.ACCEPTED,
                Step.ACCEPTED);
    }

    @Test
    void ofWhatNobodyTakes() {
        Event hello = IN_GROUP.says("hello");
        line.receive(hello);

        assertThat(steps(hello)).containsExactly("ACCEPTED GroupMessage …1234", "UNHANDLED GroupMessage → 1 stored");
    }

    @Test
    void ofAFailureThatIsRetriedByHandWithoutAnyWords() {
        Event coffee = IN_GROUP.says("/coffee");
        line.receive(coffee);
        DeadLetter letter = line.letters().list(DeadLetterKind.DEAD_EVENT, null, 1).getFirst();
        assertThat(line.events().markOf(letter)).contains(CorrelationId.of(coffee).mark());

        line.letters().discard(letter.id());

        assertThat(steps(coffee)).first().isEqualTo("ACCEPTED GroupMessage …1234");
        assertThat(steps(coffee)).contains("DISCARDED it is forgotten").anyMatch(step -> step.startsWith("RETRIED "))
                .anyMatch(step -> step
                        .startsWith("DEAD attempt 3: GroupMessage: TeaBot.coffee(): java.lang.IllegalStateException"))
                .noneMatch(step -> step.contains("beans"));
    }
}
