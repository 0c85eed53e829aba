package dev.tertulia.outbox;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.journal.Step;
import dev.tertulia.store.DeadLetterQueue;

import static org.assertj.core.api.Assertions.assertThat;

/** A group does not hold messages without end, and loses none. */
class HeldBoundTest {

    private final OutboxBench bench = new OutboxBench();

    private void fill(String group) {
        for (int i = 0; i < HeldSends.MOST_HELD; i++) {
            bench.add(group, "held " + i, OutboxBench.HOLD);
            bench.settle();
        }
    }

    private List<DeadLetter> dead() {
        return bench.store.deadLetters().queue(DeadLetterKind.DEAD_SEND).list(null, 10);
    }

    @Test
    void whatComesBeyondIsADeadLetter() {
        fill("G");
        bench.add("G", "one too many", OutboxBench.HOLD);
        bench.add("other", "held too", OutboxBench.HOLD);
        bench.settle();

        assertThat(bench.store.outbox().countHeld("G")).isEqualTo(HeldSends.MOST_HELD);
        assertThat(bench.store.outbox().countHeld("other")).isEqualTo(1);
        assertThat(dead()).extracting(DeadLetter::cause)
                .containsExactly("its group holds 1000 messages already; the window is shut");
        assertThat(bench.journal(Step.DEAD)).hasSize(1);
    }

    @Test
    void theDeadLetterCanBeRetriedOnceThereIsRoom() {
        fill("G");
        bench.add("G", "one too many", OutboxBench.HOLD);
        bench.settle();
        DeadLetterQueue held = bench.store.deadLetters().queue(DeadLetterKind.HELD);
        held.discard(held.list(null, 1).getFirst().id().key(), bench.clock.instant());

        bench.store.deadLetters().queue(DeadLetterKind.DEAD_SEND).retry(dead().getFirst().id().key(),
                bench.clock.instant());
        bench.settle();

        assertThat(bench.store.outbox().countHeld("G")).isEqualTo(HeldSends.MOST_HELD);
        assertThat(dead()).isEmpty();
    }
}
