package dev.tertulia.store;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tertulia.action.Message;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Reply;
import dev.tertulia.broadcast.RecipientStatus;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.BlockedUntil;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.BroadcastStore.Started;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

/** What a store of broadcasts promises of the status of each group. */
public interface BroadcastCountContract extends StoreContract {

    Notice NOTICE = Reply.text("Grüße 👋").orTemplate("greeting").tagged("greeting", "{\"price\":2}")
            .pinned(Duration.ofDays(7)).askingAnyone("day");

    private BroadcastStore broadcasts() {
        return stores().broadcasts();
    }

    private OutboxStore outbox() {
        return stores().outbox();
    }

    private static Started started(String name) {
        return new Started(name, NOTICE, "label vip", NOW);
    }

    private static Send entry(String group) {
        return entry("b", group);
    }

    private static Send entry(String broadcast, String group) {
        return new Send(Send.ofBroadcast(broadcast, group), group, new Message.FreeForm(NOTICE.body(), null),
                Priority.BROADCAST, NOTICE.whenShut(), NOW, null, Progress.NONE);
    }

    private long lead() {
        return outbox().lease("me", LONG).orElseThrow();
    }

    /** A broadcast named b whose groups all lie in the outbox. */
    private long fed(String... groups) {
        long fence = lead();
        feed(fence, "b", groups);
        return fence;
    }

    private void feed(long fence, String name, String... groups) {
        broadcasts().start(started(name), List.of(groups));
        broadcasts().feed(fence, name, Stream.of(groups).map(group -> entry(name, group)).toList());
    }

    private void settle(long fence, Send send, SettlementKind kind) {
        InHand.begin(outbox(), fence, LaneKind.MESSAGES, new DueQueue(send.group(), Priority.BROADCAST)).orElseThrow();
        assertThat(InHand.settle(outbox(), fence, settlement(send, kind))).isTrue();
    }

    /** Where groups of b stand, without where none does. */
    private Map<RecipientStatus, Integer> stands() {
        return stands("b");
    }

    private Map<RecipientStatus, Integer> stands(String broadcast) {
        Map<RecipientStatus, Integer> all = new EnumMap<>(broadcasts().progress(broadcast).orElseThrow().stands());
        all.values().removeIf(count -> count == 0);
        return all;
    }

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
