package dev.tertulia.store;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.broadcast.RecipientStatus;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.BlockedUntil;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.BroadcastBench.entry;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

/** What a store of broadcasts promises of the status of each group. */
public interface BroadcastCountContract extends BroadcastBench {

    @Test
    default void countsEachOutcome() {
        long fence = fed("sent", "held", "parked", "dead", "gone", "again", "unknown", "stopped");

        settle(fence, entry("sent"), SettlementKind.SENT);
        settle(fence, entry("held"), SettlementKind.HELD);
        settle(fence, entry("parked"), SettlementKind.PARKED);
        settle(fence, entry("dead"), SettlementKind.DEAD);
        settle(fence, entry("gone"), SettlementKind.GONE);
        settle(fence, entry("again"), SettlementKind.AGAIN);
        settle(fence, unknown(entry("unknown")), SettlementKind.AGAIN);
        settle(fence, entry("stopped"), SettlementKind.STOPPED);

        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.SENT, 1, RecipientStatus.HELD, 2, RecipientStatus.FAILED,
                1, RecipientStatus.DROPPED, 1,
                RecipientStatus.QUEUED, 1, RecipientStatus.UNKNOWN, 1, RecipientStatus.WAITING, 1));
    }

    @Test
    default void countsAnOutcomeOnce() {
        long fence = fed("g");
        settle(fence, entry("g"), SettlementKind.SENT);

        assertThat(InHand.settle(outbox(), fence, settlement(entry("g"), SettlementKind.SENT))).isFalse();
        assertThat(outbox().confirm("g", entry("g").id(), "wamid.g", NOW)).isFalse();

        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.SENT, 1));
    }

    @Test
    default void countsAnUnknownOutcomeThatAStatusResolves() {
        long fence = fed("g");
        settle(fence, unknown(entry("g")), SettlementKind.AGAIN);

        outbox().confirm("g", entry("g").id(), "wamid.g", NOW);

        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.SENT, 1));
    }

    @Test
    default void countsALateFailureWhereItLeads() {
        long fence = fed("g");
        settle(fence, entry("g"), SettlementKind.SENT);

        outbox().resettle(settlement(entry("g"), SettlementKind.AGAIN));
        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.QUEUED, 1));
        outbox().resettle(settlement(entry("g"), SettlementKind.DEAD));

        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.QUEUED, 1));
        settle(fence, entry("g"), SettlementKind.DEAD);
        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.FAILED, 1));
    }

    private DeadLetterQueue queue(DeadLetterKind kind) {
        return stores().deadLetters().queue(kind);
    }

    private String letter(DeadLetterKind kind) {
        return queue(kind).list(null, 1).getFirst().id().key();
    }

    @Test
    default void countsWhatAPersonDecides() {
        long fence = fed("g", "h", "i");
        settle(fence, entry("g"), SettlementKind.HELD);
        settle(fence, entry("h"), SettlementKind.DEAD);
        settle(fence, unknown(entry("i")), SettlementKind.AGAIN);

        queue(DeadLetterKind.HELD).discard(letter(DeadLetterKind.HELD), NOW);
        queue(DeadLetterKind.UNKNOWN).discard(letter(DeadLetterKind.UNKNOWN), NOW);
        queue(DeadLetterKind.DEAD_SEND).retry(letter(DeadLetterKind.DEAD_SEND), NOW);

        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.DROPPED, 2, RecipientStatus.QUEUED, 1));
    }

    @Test
    default void countsWhatIsDiscardedWithItsGroup() {
        long fence = fed("g", "h", "i");
        outbox().add(Samples.send("g", "1"));
        settle(fence, unknown(entry("h")), SettlementKind.AGAIN);
        settle(fence, entry("g"), SettlementKind.PARKED);
        feed(fence, "c", "g", "i");
        assertThat(stands("c")).isEqualTo(Map.of(RecipientStatus.HELD, 1, RecipientStatus.QUEUED, 1));
        String group = letter(DeadLetterKind.PARKED);

        assertThat(queue(DeadLetterKind.PARKED).discard(group, NOW)).isTrue();
        assertThat(queue(DeadLetterKind.PARKED).discard(group, NOW)).isFalse();

        assertThat(stands("b"))
                .isEqualTo(Map.of(RecipientStatus.DROPPED, 1, RecipientStatus.UNKNOWN, 1, RecipientStatus.QUEUED, 1));
        assertThat(stands("c")).isEqualTo(Map.of(RecipientStatus.DROPPED, 1, RecipientStatus.QUEUED, 1));
    }

    @Test
    default void countsAGroupThatIsParkedAlreadyAsHeld() {
        long fence = lead();
        outbox().add(Samples.send("g", "1"));
        InHand.begin(outbox(), fence, LaneKind.MESSAGES, new DueQueue("g", Priority.REPLY));
        InHand.settle(outbox(), fence, settlement(Samples.send("g", "1"), SettlementKind.PARKED));
        fed("g");

        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.HELD, 1));
        outbox().unpark("g", BlockedUntil.UNTIL_JOIN, NOW);
        settle(fence, entry("g"), SettlementKind.SENT);
        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.SENT, 1));
    }
}
