package dev.tertulia.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.unknown;

/** Puts letters aside in tests of stores. */
final class DeadLetterSamples {

    private DeadLetterSamples() {}

    /** Puts something aside in a group of its own, each a second after the one before. */
    static void put(Stores stores, DeadLetterKind kind, int n) {
        put(stores, kind, "g" + n, n);
    }

    /** Puts something aside in a group, so many seconds after the start. */
    static void put(Stores stores, DeadLetterKind kind, String group, int n) {
        Instant at = NOW.plusSeconds(n);
        Send send = send(group, "" + n);
        switch (kind) {
            case DEAD_EVENT -> fail(stores, group, n, at);
            case QUARANTINED -> stores.inbox().quarantine("{\"n\":" + n, "no JSON", at);
            case DEAD_SEND -> settle(stores, send, SettlementKind.dead(send, at, "no", 131026));
            case HELD -> settle(stores, send, new Settlement.Held(send, at, at.plus(LONG), "shut"));
            case UNKNOWN -> settle(stores, send,
                    new Settlement.Again(unknown(send), at, NOW.plus(LONG), ""));
            case PARKED ->
                settle(stores, send, SettlementKind.PARKED.of(send, at, at));
        }
    }

    private static void fail(Stores stores, String group, int n, Instant at) {
        stores.inbox().accept(List.of(message(group, "key" + n)), at);
        Claim claim = stores.inbox().claim(1, LONG).getFirst();
        stores.inbox().open(claim);
        InHand.commit(stores.inbox(), claim,
                new Effects(Map.of(), List.of(), List.of(), List.of(), List.of(), "it \"failed\""),
                at);
    }

    /** Adds an entry, takes it in hand and puts it somewhere. */
    static void settle(Stores stores, Send send, Settlement settlement) {
        stores.outbox().add(send);
        long fence = stores.outbox().lease("pump", LONG).getAsLong();
        InHand.begin(stores.outbox(), fence, LaneKind.MESSAGES, new DueQueue(send.group(), send.priority()))
                .orElseThrow();
        InHand.settle(stores.outbox(), fence, settlement);
    }
}
