package dev.tertulia.server.cli;

import java.util.List;
import java.util.Map;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.store.Claim;
import dev.tertulia.store.Effects;
import dev.tertulia.store.InHand;
import dev.tertulia.store.SettlementKind;
import dev.tertulia.store.Stores;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static org.assertj.core.api.Assertions.assertThat;

/** A store with dead letters, and the commands over it. */
abstract class DeadLettersBench {

    final CommandBench bench = new CommandBench();

    static void settle(Stores stores, Send send, Settlement settlement) {
        stores.outbox().add(send);
        long fence = stores.outbox().lease("pump", LONG).getAsLong();
        InHand.begin(stores.outbox(), fence, LaneKind.MESSAGES, new DueQueue(send.group(), send.priority()));
        assertThat(InHand.settle(stores.outbox(), fence, settlement)).isTrue();
    }

    void deadSend(String id) {
        settle(bench.stores, send("g", id),
                SettlementKind.dead(send("g", id), NOW, "131026 Undeliverable: too bad.", 131026));
    }

    void deadEvent() {
        bench.stores.inbox().accept(List.of(message("g", "a")), NOW);
        Claim claim = bench.stores.inbox().claim(1, LONG).getFirst();
        bench.stores.inbox().open(claim);
        InHand.commit(bench.stores.inbox(), claim,
                new Effects(Map.of(), List.of(), List.of(), List.of(), List.of(), "TeaBot failed"),
                NOW);
    }

    String id(DeadLetterKind kind) {
        return bench.stores.deadLetters().queue(kind).list(null, 1).getFirst().id().toString();
    }
}
