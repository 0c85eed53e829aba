package dev.tertulia.store;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

/** What a store promises of what goes on after a letter was retried or discarded. */
public interface RetryContract extends StoreContract {

    private DeadLetterQueue queue(DeadLetterKind kind) {
        return stores().deadLetters().queue(kind);
    }

    private String putOne(DeadLetterKind kind) {
        DeadLetterSamples.put(stores(), kind, 1);
        return queue(kind).list(null, 10).getFirst().id().key();
    }

    private long lead() {
        return stores().outbox().lease("pump", LONG).getAsLong();
    }

    private @Nullable Send begin(String group) {
        return InHand.begin(stores().outbox(), lead(), LaneKind.MESSAGES, new DueQueue(group, Priority.REPLY))
                .orElse(null);
    }

    private List<DueQueue> due() {
        return stores().outbox().due(LaneKind.MESSAGES, NOW.plus(LONG), 10);
    }

    @Test
    default void aDeadSendIsTheLastOfItsQueueAsIfItWasNew() {
        String key = putOne(DeadLetterKind.DEAD_SEND);
        stores().outbox().add(send("g1", "2"));
        Instant later = NOW.plusSeconds(30);

        queue(DeadLetterKind.DEAD_SEND).retry(key, later);

        assertThat(begin("g1")).isEqualTo(send("g1", "2"));
        InHand.settle(stores().outbox(), lead(), settlement(send("g1", "2"), SettlementKind.SENT));
        assertThat(begin("g1")).isEqualTo(send("g1", "1").anew(later));
    }

    @Test
    default void aDeadEventIsTheLastOfItsMailboxWithAllAttempts() {
        String key = putOne(DeadLetterKind.DEAD_EVENT);
        stores().inbox().accept(List.of(message("g1", "next")), NOW);

        queue(DeadLetterKind.DEAD_EVENT).retry(key, NOW);

        Claim claim = stores().inbox().claim(1, LONG).getFirst();
        assertThat(stores().inbox().open(claim).event()).isEqualTo(message("g1", "next"));
        InHand.commit(stores().inbox(), claim, Effects.NONE, NOW);
        assertThat(stores().inbox().open(claim).event()).isEqualTo(message("g1", "key1"));
        assertThat(stores().inbox().open(claim).attempts()).isZero();
    }

    @Test
    default void onlyTheOneHeldEntryGoesOn() {
        putOne(DeadLetterKind.HELD);
        DeadLetterSamples.settle(stores(), send("g1", "2"), settlement(send("g1", "2"), SettlementKind.HELD, NOW));
        String first = queue(DeadLetterKind.HELD).list(null, 1).getFirst().id().key();

        queue(DeadLetterKind.HELD).retry(first, NOW);

        assertThat(due()).containsExactly(new DueQueue("g1", Priority.REPLY));
        assertThat(begin("g1")).isEqualTo(send("g1", "1"));
        assertThat(stores().outbox().holdsEnded(NOW)).containsExactly("g1");
        assertThat(stores().outbox().releaseHeld("g1", NOW)).isEqualTo(1);
    }

    @Test
    default void anEntryThatIsHeldNoLongerIsNoLetter() {
        String key = putOne(DeadLetterKind.HELD);

        stores().outbox().releaseHeld("g1", NOW);

        assertThat(queue(DeadLetterKind.HELD).find(key)).isEmpty();
        assertThat(queue(DeadLetterKind.HELD).count()).isZero();
    }

    @Test
    default void anUnknownOutcomeIsTriedAtOnceInFrontOfTheRest() {
        String key = putOne(DeadLetterKind.UNKNOWN);
        stores().outbox().add(send("g1", "2"));

        queue(DeadLetterKind.UNKNOWN).retry(key, NOW);

        assertThat(stores().outbox().due(LaneKind.MESSAGES, NOW, 10))
                .containsExactly(new DueQueue("g1", Priority.REPLY));
        assertThat(begin("g1")).isEqualTo(unknown(send("g1", "1")).repeated());
    }

    @Test
    default void anUnknownOutcomeThatIsDiscardedLetsTheRestGoOn() {
        String key = putOne(DeadLetterKind.UNKNOWN);
        stores().outbox().add(send("g1", "2"));

        queue(DeadLetterKind.UNKNOWN).discard(key, NOW);

        assertThat(stores().outbox().due(LaneKind.MESSAGES, NOW, 10))
                .containsExactly(new DueQueue("g1", Priority.REPLY));
        assertThat(begin("g1")).isEqualTo(send("g1", "2"));
    }

    @Test
    default void aParkedGroupGoesOn() {
        String key = putOne(DeadLetterKind.PARKED);

        queue(DeadLetterKind.PARKED).retry(key, NOW);

        assertThat(due()).containsExactly(new DueQueue("g1", Priority.REPLY));
        assertThat(begin("g1")).isEqualTo(send("g1", "1"));
    }

    @Test
    default void aParkedGroupThatIsDiscardedHasNothingToSend() {
        putOne(DeadLetterKind.UNKNOWN);
        Send second = send("g1", "2", Priority.NOTICE);
        DeadLetterSamples.settle(stores(), second, settlement(second, SettlementKind.PARKED));
        String key = queue(DeadLetterKind.PARKED).list(null, 1).getFirst().id().key();

        queue(DeadLetterKind.PARKED).discard(key, NOW);

        assertThat(due()).isEmpty();
        assertThat(queue(DeadLetterKind.UNKNOWN).count()).isZero();
        stores().outbox().add(send("g1", "3"));
        assertThat(begin("g1")).isEqualTo(send("g1", "3"));
    }
}
