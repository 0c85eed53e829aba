package dev.tertulia.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

import dev.tertulia.outbox.Begun;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendQueue.SettleResult;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.store.Inbox.Committed;
import dev.tertulia.throttle.LaneKind;

/** What tests have in hand of a store, so that a test need not carry its tokens. */
public final class InHand {

    private static final Map<OutboxStore, Map<String, Begun>> BEGUN = Collections.synchronizedMap(new WeakHashMap<>());

    private InHand() {}

    private static Map<String, Begun> of(OutboxStore outbox) {
        return BEGUN.computeIfAbsent(outbox, first -> new ConcurrentHashMap<>());
    }

    /** Opens the event of a claim and commits it. */
    public static Committed commit(Inbox inbox, Claim claim, Effects effects, Instant now) {
        return inbox.commit(claim, inbox.open(claim), new TurnCommit(effects, null, null), now).committed();
    }

    public static Optional<Send> begin(OutboxStore outbox, long fence, LaneKind lane, DueQueue due) {
        Optional<Begun> begun = outbox.begin(fence, lane, due);
        begun.ifPresent(one -> of(outbox).put(one.send().id(), one));
        return begun.map(Begun::send);
    }

    /** Settles what this fence began, or takes it over from an earlier one. */
    public static boolean settle(OutboxStore outbox, long fence, Settlement settlement) {
        return settled(outbox, fence, settlement) != SettleResult.REFUSED;
    }

    /** The same, with all of the result. */
    public static SettleResult settled(OutboxStore outbox, long fence, Settlement settlement) {
        Begun begun = of(outbox).get(settlement.send().id());
        return outbox.settle(begun != null && begun.fence() == fence ? begun : new Begun(settlement.send(), fence, ""),
                settlement);
    }

    public static List<Send> interrupted(OutboxStore outbox, long fence) {
        return outbox.interrupted(fence).stream().map(Begun::send).toList();
    }
}
