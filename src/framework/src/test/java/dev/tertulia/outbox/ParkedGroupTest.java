package dev.tertulia.outbox;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.tertulia.action.GroupOperation;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;

import static dev.tertulia.outbox.OutboxBench.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

/** A group that cannot be written to waits as a whole for the event that changes it. */
class ParkedGroupTest {

    private final OutboxBench bench = new OutboxBench();

    @Test
    void anEmptyGroupWaitsUntilSomebodyJoins() {
        bench.opens("G");
        bench.opens("H");
        bench.graph.thenRefuses(400, 131020);
        bench.add("G", "one", TEMPLATE);
        bench.add("G", "two", TEMPLATE);
        bench.add("H", "three", TEMPLATE);

        bench.settle();
        bench.advance(Duration.ofHours(12));
        bench.happens(Events.in("H").joins());
        assertThat(bench.saidWhere()).containsExactly("G one", "H three");
        assertThat(bench.journal(Step.PARKED)).containsExactly("131020 Nobody is in the group: A group without"
                + " participants cannot be written to. Share the invite link; what waits is sent when somebody joins.");

        bench.happens(Events.in("G").joins());
        assertThat(bench.saidWhere()).containsExactly("G one", "H three", "G one", "G two");
    }

    @Test
    void aSuspendedGroupWaitsUntilItIsCleared() {
        bench.graph.thenRefuses(403, 131207);
        bench.add("G", "one", TEMPLATE);

        bench.settle();
        bench.happens(Events.in("G").joins());
        assertThat(bench.said()).hasSize(1);

        bench.happens(Events.in("G").cleared());
        assertThat(bench.said()).containsExactly("template hello", "template hello");
    }

    @Test
    void operationsWaitWithIt() {
        bench.graph.thenRefuses(403, 131207);
        bench.add("G", "one", TEMPLATE);
        bench.settle();
        bench.add("G", new GroupOperation.ResetInviteLink(), Priority.MODERATION, null, null);
        bench.settle();
        assertThat(bench.said()).hasSize(1);

        bench.happens(Events.in("G").cleared());

        assertThat(bench.said()).containsExactlyInAnyOrder("template hello", "template hello", "ResetInviteLink[]");
    }

    @Test
    void aGroupThatWhatsAppDoesNotKnowYetIsTriedForAWhile() {
        bench.graph.thenRefuses(400, 131041).thenRefuses(400, 131041);
        bench.add("G", "one", TEMPLATE);

        bench.settle();
        bench.advance(Duration.ofSeconds(5));
        bench.advance(Duration.ofSeconds(5));

        assertThat(bench.said()).hasSize(3);
        assertThat(bench.journal(Step.SENT)).hasSize(1);
    }
}
