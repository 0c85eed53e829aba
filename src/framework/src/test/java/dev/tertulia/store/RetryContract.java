package dev.tertulia.store;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.aside.Drawer;
import dev.tertulia.aside.Kind;
import dev.tertulia.inbox.Claim;
import dev.tertulia.inbox.Effects;
import dev.tertulia.outbox.Due;
import dev.tertulia.outbox.LaneKind;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.Settlement.Fate;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

/** What a store promises of what goes on after a letter was retried or discarded. */
public interface RetryContract extends StoreContract {

    private Drawer drawer(Kind kind) {
        return stores().aside().drawer(kind);
    }

    private String putOne(Kind kind) {
        AsideSamples.put(stores(), kind, 1);
        return drawer(kind).list(null, 10).getFirst().id().key();
    }

    private long lead() {
        return stores().outbox().lease("pump", LONG).getAsLong();
    }

    private @Nullable Send begin(String group) {
        return stores().outbox().begin(lead(), LaneKind.MESSAGES, new Due(group, Priority.REPLY)).orElse(null);
    }

    private List<Due> due() {
        return stores().outbox().due(LaneKind.MESSAGES, NOW.plus(LONG), 10);
    }

    @Test
    default void aDeadSendIsTheLastOfItsQueueAsIfItWasNew() {
        String key = putOne(Kind.DEAD_SEND);
        stores().outbox().add(send("g1", "2"));
        Instant later = NOW.plusSeconds(30);

        drawer(Kind.DEAD_SEND).retry(key, later);

        assertThat(begin("g1")).isEqualTo(send("g1", "2"));
        stores().outbox().settle(lead(), settlement(send("g1", "2"), Fate.SENT));
        assertThat(begin("g1")).isEqualTo(send("g1", "1").anew(later));
    }

    @Test
    default void aDeadEventIsTheLastOfItsMailboxWithAllAttempts() {
        String key = putOne(Kind.DEAD_EVENT);
        stores().inbox().accept(List.of(message("g1", "next")), NOW);

        drawer(Kind.DEAD_EVENT).retry(key, NOW);

        Claim claim = stores().inbox().claim(1, LONG).getFirst();
        assertThat(stores().inbox().open(claim).event()).isEqualTo(message("g1", "next"));
        stores().inbox().commit(claim, Effects.NONE, NOW);
        assertThat(stores().inbox().open(claim).event()).isEqualTo(message("g1", "key1"));
        assertThat(stores().inbox().open(claim).attempts()).isZero();
    }

    @Test
    default void onlyTheOneHeldEntryGoesOn() {
        putOne(Kind.HELD);
        AsideSamples.settle(stores(), send("g1", "2"), settlement(send("g1", "2"), Fate.HELD, NOW));
        String first = drawer(Kind.HELD).list(null, 1).getFirst().id().key();

        drawer(Kind.HELD).retry(first, NOW);

        assertThat(due()).containsExactly(new Due("g1", Priority.REPLY));
        assertThat(begin("g1")).isEqualTo(send("g1", "1"));
        assertThat(stores().outbox().overheld(NOW)).containsExactly("g1");
        assertThat(stores().outbox().unhold("g1", NOW)).isEqualTo(1);
    }

    @Test
    default void anEntryThatIsHeldNoLongerIsNoLetter() {
        String key = putOne(Kind.HELD);

        stores().outbox().unhold("g1", NOW);

        assertThat(drawer(Kind.HELD).find(key)).isEmpty();
        assertThat(drawer(Kind.HELD).count()).isZero();
    }

    @Test
    default void anUnknownOutcomeIsTriedAtOnceInFrontOfTheRest() {
        String key = putOne(Kind.UNKNOWN);
        stores().outbox().add(send("g1", "2"));

        drawer(Kind.UNKNOWN).retry(key, NOW);

        assertThat(stores().outbox().due(LaneKind.MESSAGES, NOW, 10)).containsExactly(new Due("g1", Priority.REPLY));
        assertThat(begin("g1")).isEqualTo(unknown(send("g1", "1")).byHand());
    }

    @Test
    default void anUnknownOutcomeThatIsDiscardedLetsTheRestGoOn() {
        String key = putOne(Kind.UNKNOWN);
        stores().outbox().add(send("g1", "2"));

        drawer(Kind.UNKNOWN).discard(key, NOW);

        assertThat(stores().outbox().due(LaneKind.MESSAGES, NOW, 10)).containsExactly(new Due("g1", Priority.REPLY));
        assertThat(begin("g1")).isEqualTo(send("g1", "2"));
    }

    @Test
    default void aParkedGroupGoesOn() {
        String key = putOne(Kind.PARKED);

        drawer(Kind.PARKED).retry(key, NOW);

        assertThat(due()).containsExactly(new Due("g1", Priority.REPLY));
        assertThat(begin("g1")).isEqualTo(send("g1", "1"));
    }

    @Test
    default void aParkedGroupThatIsDiscardedHasNothingToSend() {
        putOne(Kind.UNKNOWN);
        Send second = send("g1", "2", Priority.NOTICE);
        AsideSamples.settle(stores(), second, settlement(second, Fate.PARKED));
        String key = drawer(Kind.PARKED).list(null, 1).getFirst().id().key();

        drawer(Kind.PARKED).discard(key, NOW);

        assertThat(due()).isEmpty();
        assertThat(drawer(Kind.UNKNOWN).count()).isZero();
        stores().outbox().add(send("g1", "3"));
        assertThat(begin("g1")).isEqualTo(send("g1", "3"));
    }
}
