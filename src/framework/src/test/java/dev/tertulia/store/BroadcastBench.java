package dev.tertulia.store;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tertulia.action.Message;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Reply;
import dev.tertulia.broadcast.RecipientStatus;
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
import static org.assertj.core.api.Assertions.assertThat;

/** What the contracts of broadcasts share: broadcasts whose groups lie in the outbox. */
interface BroadcastBench extends StoreContract {

    Notice NOTICE = Reply.text("Grüße 👋").orTemplate("greeting").tagged("greeting", "{\"price\":2}")
            .pinned(Duration.ofDays(7)).askingAnyone("day");

    default BroadcastStore broadcasts() {
        return stores().broadcasts();
    }

    default OutboxStore outbox() {
        return stores().outbox();
    }

    static Started started(String name) {
        return new Started(name, NOTICE, "label vip", NOW);
    }

    static Send entry(String group) {
        return entry("b", group);
    }

    static Send entry(String broadcast, String group) {
        return new Send(Send.ofBroadcast(broadcast, group), group, new Message.FreeForm(NOTICE.body(), null),
                Priority.BROADCAST, NOTICE.whenShut(), NOW, null, Progress.NONE);
    }

    default long lead() {
        return outbox().lease("me", LONG).orElseThrow();
    }

    /** A broadcast named b whose groups all lie in the outbox. */
    default long fed(String... groups) {
        long fence = lead();
        feed(fence, "b", groups);
        return fence;
    }

    default void feed(long fence, String name, String... groups) {
        broadcasts().start(started(name), List.of(groups));
        broadcasts().feed(fence, name, Stream.of(groups).map(group -> entry(name, group)).toList());
    }

    default void settle(long fence, Send send, SettlementKind kind) {
        InHand.begin(outbox(), fence, LaneKind.MESSAGES, new DueQueue(send.group(), Priority.BROADCAST)).orElseThrow();
        assertThat(InHand.settle(outbox(), fence, settlement(send, kind))).isTrue();
    }

    /** Where groups of b stand, without where none does. */
    default Map<RecipientStatus, Integer> stands() {
        return stands("b");
    }

    default Map<RecipientStatus, Integer> stands(String broadcast) {
        Map<RecipientStatus, Integer> all = new EnumMap<>(broadcasts().progress(broadcast).orElseThrow().stands());
        all.values().removeIf(count -> count == 0);
        return all;
    }
}
