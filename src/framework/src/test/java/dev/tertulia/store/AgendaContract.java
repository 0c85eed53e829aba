package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Reply;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.store.BroadcastStore.Started;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.timer;
import static org.assertj.core.api.Assertions.assertThat;

/** What stores promise of the time until a number has to be looked at: work is never due before. */
public interface AgendaContract extends StoreContract {

    private Optional<Duration> untilDue() {
        return stores().agenda().untilDue(NOW);
    }

    private void assertDueNow() {
        assertThat(untilDue()).hasValueSatisfying(left -> assertThat(left).isLessThanOrEqualTo(Duration.ZERO));
    }

    private Claim claimed() {
        stores().inbox().accept(List.of(message("g", "a")), NOW);
        return stores().inbox().claim(1, LONG).getFirst();
    }

    /** An entry of the group that a pump has in hand, settled as this. */
    private void settled(SettlementKind kind, Instant until) {
        stores().outbox().add(send("g", "1"));
        long fence = stores().outbox().lease("first", LONG).getAsLong();
        InHand.begin(stores().outbox(), fence, LaneKind.MESSAGES, new DueQueue("g", Priority.REPLY));
        InHand.settle(stores().outbox(), fence, settlement(send("g", "1"), kind, until));
    }

    @Test
    default void nothingIsDueOfANumberWithoutWork() {
        assertThat(untilDue()).isEmpty();
    }

    @Test
    default void anEventThatWaitsIsDue() {
        stores().inbox().accept(List.of(message("g", "a")), NOW);

        assertDueNow();
    }

    @Test
    default void aClaimIsLookedAtBeforeItEnds() {
        claimed();

        assertThat(untilDue()).hasValueSatisfying(left -> assertThat(left).isLessThanOrEqualTo(LONG));
    }

    @Test
    default void nothingIsDueAfterTheTurn() {
        Claim claim = claimed();
        InHand.commit(stores().inbox(), claim, Effects.NONE, NOW);

        assertThat(untilDue()).isEmpty();
    }

    @Test
    default void aTimerIsDueAtItsTime() {
        stores().inbox().startTimer(timer("g", "tea", "1", NOW.plusSeconds(90)));
        stores().inbox().startTimer(timer("h", "tea", "2", NOW.plusSeconds(60)));

        assertThat(untilDue()).contains(Duration.ofSeconds(60));
    }

    @Test
    default void anEntryToSendIsDue() {
        stores().outbox().add(send("g", "1"));

        assertDueNow();
    }

    @Test
    default void anEntryInHandIsDue() {
        stores().outbox().add(send("g", "1"));
        long fence = stores().outbox().lease("first", LONG).getAsLong();
        InHand.begin(stores().outbox(), fence, LaneKind.MESSAGES, new DueQueue("g", Priority.REPLY));

        assertDueNow();
    }

    @Test
    default void anEntryThatIsRepeatedLaterIsDueThen() {
        settled(SettlementKind.AGAIN, NOW.plusSeconds(30));

        assertThat(untilDue()).contains(Duration.ofSeconds(30));
    }

    @Test
    default void aHeldEntryIsDueAtTheEndOfItsHold() {
        settled(SettlementKind.HELD, NOW.plusSeconds(45));

        assertThat(untilDue()).contains(Duration.ofSeconds(45));
    }

    @Test
    default void nothingIsDueOfAParkedGroup() {
        settled(SettlementKind.PARKED, NOW);

        assertThat(untilDue()).isEmpty();
    }

    @Test
    default void aRunningBroadcastIsDue() {
        Notice notice = Reply.text("hello").orDrop();
        stores().broadcasts().start(new Started("b", notice, "label x", NOW), List.of("g"));

        assertDueNow();
    }
}
