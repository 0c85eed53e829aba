package dev.tertulia.handlers;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.business.GroupSummary;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.OperationFailed;

import static org.assertj.core.api.Assertions.assertThat;

/** An operation whose answer is missing is not repeated before somebody looked whether it was done. */
class UnclearOperationTest {

    private static final Duration WAIT = Duration.ofMinutes(2);

    private final TestLine line = Bots.line(OperationEndTest.OwnerBot.class);

    @BeforeEach
    void noAnswer() {
        line.graph().thenSaysNothing();
    }

    private Operation create() {
        Operation asked = line.create(NewGroup.called("Cake"));
        line.settle();
        assertThat(state(asked)).isEqualTo(State.UNCLEAR);
        return asked;
    }

    private Operation now(Operation asked) {
        return line.operations().find(asked.id()).orElseThrow();
    }

    private State state(Operation asked) {
        return now(asked).state();
    }

    private int requests() {
        return line.graph().asked().size();
    }

    private static GroupSummary listed(String id, Instant created) {
        return new GroupSummary(id, "Cake", created);
    }

    @Test
    void aWebhookTellsThatARemovalWasDone() {
        Operation asked = line.group("G").remove(Events.BEN);
        line.settle();

        line.receive(Events.in("G").by(Events.BEN).isRemoved("R1"));
        line.advance(WAIT);

        assertThat(state(asked)).isEqualTo(State.DONE);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void whatWaitsBehindItLeavesAsSoonAsItIsClear() {
        line.group("G").remove(Events.BEN);
        line.group("G").rename("Tea");
        line.settle();
        assertThat(requests()).isEqualTo(1);

        line.receive(Events.in("G").by(Events.BEN).isRemoved("R1"));

        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void aFailureOfAnotherCreationTellsNothing() {
        Operation asked = create();

        line.receive(Events.in("account:1").failed(Operation.Kind.CREATE, "R1"));

        assertThat(state(asked)).isEqualTo(State.UNCLEAR);
    }

    @Test
    void aWebhookTellsThatAGroupWasCreated() {
        Operation asked = create();

        line.receive(Events.in("NEW").created("Cake", "R1"));
        line.advance(WAIT);

        assertThat(now(asked).group()).isEqualTo("NEW");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void aWebhookOfAnotherSubjectTellsNothing() {
        Operation asked = create();

        line.receive(Events.in("NEW").created("Tea", "R1"));

        assertThat(state(asked)).isEqualTo(State.UNCLEAR);
    }

    @Test
    void aGroupThatIsListedIsNotCreatedAgain() {
        Operation asked = create();
        line.graph().lists(listed("NEW", Events.NOW));

        line.advance(WAIT);

        assertThat(state(asked)).isEqualTo(State.DONE);
        assertThat(now(asked).group()).isEqualTo("NEW");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void whatIsToldOfAListedGroupLaterChangesNothing() {
        Operation asked = create();
        line.graph().lists(listed("NEW", Events.NOW));
        line.advance(WAIT);

        line.receive(Events.in("NEW").created("Cake", "R1"));
        Operation second = line.create(NewGroup.called("Cake"));
        line.settle();

        assertThat(state(asked)).isEqualTo(State.DONE);
        assertThat(state(second)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void aGroupOfLongAgoIsAnother() {
        Operation asked = create();
        line.graph().lists(listed("OLD", Events.NOW.minus(Duration.ofHours(1)))).thenAccepts("R1");

        line.advance(WAIT);

        assertThat(state(asked)).isEqualTo(State.ACCEPTED);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void aGroupThatAnotherOperationCreatedIsAnother() {
        TestLine fresh = Bots.line(OperationEndTest.OwnerBot.class);
        fresh.graph().thenAccepts("R1").thenSaysNothing().thenAccepts("R2");
        Operation first = fresh.create(NewGroup.called("Cake"));
        fresh.receive(Events.in("FIRST").created("Cake", "R1"));
        Operation second = fresh.create(NewGroup.called("Cake"));
        fresh.settle();
        fresh.graph().lists(listed("FIRST", Events.NOW));

        fresh.advance(WAIT);

        assertThat(fresh.operations().find(first.id())).map(Operation::group).contains("FIRST");
        assertThat(fresh.operations().find(second.id())).map(Operation::requestId).contains("R2");
    }

    @Test
    void nothingIsRepeatedWhileTheListCannotBeRead() {
        Operation asked = create();
        line.graph().lists((GroupSummary[]) null);

        line.advance(WAIT);
        assertThat(requests()).isEqualTo(1);
        assertThat(line.journal(Step.UNKNOWN)).last().isEqualTo("the list of groups cannot be read");

        line.graph().lists();
        line.advance(Duration.ofSeconds(30));
        assertThat(requests()).isEqualTo(2);
        assertThat(state(asked)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void anAnswerThatCouldNotBeWrittenDownIsAsGoodAsNone() {
        TestLine fresh = Bots.line(OperationEndTest.OwnerBot.class);
        fresh.graph().thenAccepts("R1").lists(listed("NEW", Events.NOW));
        Operation asked = fresh.create(NewGroup.called("Cake"));
        fresh.loseNextChange();
        fresh.settle();
        assertThat(fresh.journal(Step.UNKNOWN)).containsExactly("its outcome could not be stored");

        fresh.advance(WAIT);

        assertThat(fresh.operations().find(asked.id())).map(Operation::group).contains("NEW");
        assertThat(fresh.graph().asked()).hasSize(1);
    }

    @Test
    void nothingIsRepeatedAfterItsDeadline() {
        Operation asked = create();
        line.graph().lists((GroupSummary[]) null);
        for (int i = 0; i < 70; i++) {
            line.advance(Duration.ofSeconds(30));
        }
        assertThat(state(asked)).isEqualTo(State.EXPIRED);

        line.graph().lists();
        line.advance(Duration.ofHours(1));

        assertThat(requests()).isEqualTo(1);
    }
}
