package dev.tertulia.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.BlockedUntil;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendCounts;
import dev.tertulia.outbox.SendCounts.Apart;
import dev.tertulia.outbox.SendCounts.Queue;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.operation;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.sends;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.timer;
import static dev.tertulia.store.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

/** What stores promise of counting: every step that moves something counts it too. */
public interface CountContract extends StoreContract {

    Queue REPLIES = new Queue(LaneKind.MESSAGES, Priority.REPLY);

    private Inbox inbox() {
        return stores().inbox();
    }

    private OutboxStore outbox() {
        return stores().outbox();
    }

    private Send begin(long fence) {
        return InHand.begin(outbox(), fence, LaneKind.MESSAGES, new DueQueue("g", Priority.REPLY)).orElseThrow();
    }

    private void settle(long fence, SettlementKind kind) {
        assertThat(InHand.settle(outbox(), fence, settlement(begin(fence), kind))).isTrue();
    }

    private void assertCounts(long replies, Apart apart) {
        SendCounts counts = outbox().counts();
        assertThat(counts.queued()).isEqualTo(replies == 0 ? Map.of() : Map.of(REPLIES, replies));
        assertThat(counts.apart()).isEqualTo(apart);
        assertThat(counts.waiting()).isEqualTo(replies);
    }

    @Test
    default void countNothingAtFirst() {
        assertThat(inbox().counts()).isEqualTo(new MailCounts(0, 0, 0));
        assertThat(outbox().counts()).isEqualTo(SendCounts.NONE);
    }

    @Test
    default void countEventsUntilTheyAreHandled() {
        inbox().accept(List.of(message("g", "a"), message("g", "b"), message("h", "c")), NOW);
        inbox().accept(List.of(message("g", "a")), NOW);
        inbox().startTimer(timer("g", "t", "1", NOW));
        inbox().fireTimers(NOW, 10);
        assertThat(inbox().counts().waiting()).isEqualTo(4);

        Claim claim = inbox().claim(1, LONG).getFirst();
        inbox().open(claim);
        assertThat(inbox().counts().waiting()).isEqualTo(4);
        InHand.commit(inbox(), claim, Effects.NONE, NOW);
        assertThat(inbox().counts().waiting()).isEqualTo(3);
        inbox().open(claim);
        inbox().giveBack(claim, LONG, true);
        assertThat(inbox().counts().waiting()).isEqualTo(3);
    }

    @Test
    default void countWhatFailedForGoodAndWhatCannotBeRead() {
        inbox().accept(List.of(message("g", "a")), NOW);
        inbox().quarantine("{", "no JSON", NOW);
        Claim claim = inbox().claim(1, LONG).getFirst();
        inbox().open(claim);
        InHand.commit(inbox(), claim, new Effects(Map.of(), List.of(), List.of(), List.of(), List.of(), "it failed"),
                NOW);

        assertThat(inbox().counts()).isEqualTo(new MailCounts(0, 1, 1));
    }

    @Test
    default void countEntriesByLaneAndPriority() {
        inbox().accept(List.of(message("g", "a")), NOW);
        Claim claim = inbox().claim(1, LONG).getFirst();
        inbox().open(claim);
        InHand.commit(inbox(), claim, sends(send("g", "1"), send("h", "2"), operation("g", "3")), NOW);
        outbox().add(send("g", "4", Priority.BROADCAST));

        assertThat(outbox().counts()).isEqualTo(new SendCounts(
                Map.of(REPLIES, 2L, new Queue(LaneKind.OPERATIONS, Priority.REPLY), 1L,
                        new Queue(LaneKind.MESSAGES, Priority.BROADCAST), 1L),
                new Apart(0, 0, 0, 0, 0), NOW, NOW));
    }

    @Test
    default void countAnEntryWhereverItGoes() {
        long fence = outbox().lease("pump", LONG).getAsLong();
        for (int id = 1; id <= 4; id++) {
            outbox().add(send("g", "" + id));
        }

        Send first = begin(fence);
        assertCounts(3, new Apart(1, 0, 0, 0, 0));
        InHand.settle(outbox(), fence, settlement(first, SettlementKind.AGAIN));
        assertCounts(4, new Apart(0, 0, 0, 0, 0));
        settle(fence, SettlementKind.SENT);
        settle(fence, SettlementKind.DEAD);
        settle(fence, SettlementKind.HELD);
        assertCounts(1, new Apart(0, 0, 0, 1, 1));
        outbox().releaseHeld("g", NOW);
        assertCounts(2, new Apart(0, 0, 0, 0, 1));
        settle(fence, SettlementKind.GONE);
        settle(fence, SettlementKind.GONE);
        assertCounts(0, new Apart(0, 0, 0, 0, 1));
    }

    @Test
    default void countParkedEntriesApart() {
        long fence = outbox().lease("pump", LONG).getAsLong();
        outbox().add(send("g", "1"));
        outbox().add(send("g", "2"));
        outbox().add(send("h", "3"));

        settle(fence, SettlementKind.PARKED);
        outbox().add(send("g", "4"));
        assertCounts(1, new Apart(0, 0, 3, 0, 0));
        outbox().unpark("g", BlockedUntil.UNTIL_JOIN, NOW);
        assertCounts(4, new Apart(0, 0, 0, 0, 0));
    }

    @Test
    default void countAGroupThatIsParkedTwiceOnce() {
        long fence = outbox().lease("pump", LONG).getAsLong();
        outbox().add(send("g", "1"));
        outbox().add(operation("g", "2"));
        Send message = begin(fence);
        Send operation = InHand.begin(outbox(), fence, LaneKind.OPERATIONS, new DueQueue("g", Priority.REPLY))
                .orElseThrow();

        InHand.settle(outbox(), fence, settlement(message, SettlementKind.PARKED));
        InHand.settle(outbox(), fence, settlement(operation, SettlementKind.PARKED));

        assertCounts(0, new Apart(0, 0, 2, 0, 0));
    }

    private void assertOldest(@Nullable Instant written) {
        assertThat(outbox().counts().oldest()).isEqualTo(written);
    }

    @Test
    default void tellWhenTheOldestThatWaitsWasWritten() {
        long fence = outbox().lease("pump", LONG).getAsLong();
        outbox().add(send("h", "1", NOW.minusSeconds(30)));
        outbox().add(send("g", "2", NOW.minusSeconds(60)));
        outbox().add(send("g", "3", NOW.minusSeconds(10)));
        assertOldest(NOW.minusSeconds(60));

        Send oldest = begin(fence);
        assertOldest(NOW.minusSeconds(30));
        InHand.settle(outbox(), fence, settlement(oldest, SettlementKind.AGAIN, NOW.plus(LONG)));
        assertOldest(NOW.minusSeconds(60));
        settle(fence, SettlementKind.HELD);
        assertOldest(NOW.minusSeconds(30));
        outbox().releaseHeld("g", NOW);
        assertOldest(NOW.minusSeconds(60));
        InHand.settle(outbox(), fence, settlement(unknown(begin(fence)), SettlementKind.AGAIN));
        outbox().confirm("g", "2", "wamid", NOW);
        assertOldest(NOW.minusSeconds(30));
    }

    @Test
    default void tellNothingOfWhatIsParked() {
        long fence = outbox().lease("pump", LONG).getAsLong();
        outbox().add(send("g", "1"));
        outbox().add(operation("g", "2"));

        settle(fence, SettlementKind.PARKED);
        outbox().add(send("g", "3"));
        assertOldest(null);
        assertThat(outbox().counts().dueSince()).isNull();
        outbox().unpark("g", BlockedUntil.UNTIL_JOIN, NOW);
        assertOldest(NOW);
        settle(fence, SettlementKind.PARKED);
        DeadLetterQueue parked = stores().deadLetters().queue(DeadLetterKind.PARKED);
        parked.discard(parked.list(null, 1).getFirst().id().key(), NOW);
        assertOldest(null);
    }

    @Test
    default void countAnUnknownOutcomeUntilItIsKnown() {
        long fence = outbox().lease("pump", LONG).getAsLong();
        outbox().add(send("g", "1"));
        outbox().add(send("g", "2"));
        for (int i = 0; i < 2; i++) {
            InHand.settle(outbox(), fence, settlement(unknown(begin(fence)), SettlementKind.AGAIN));
            assertCounts(2, new Apart(0, 1, 0, 0, 0));
            outbox().confirm("g", "" + (i + 1), "wamid", NOW);
            outbox().add(send("g", "" + (i + 3)));
        }

        assertCounts(2, new Apart(0, 0, 0, 0, 0));
    }
}
