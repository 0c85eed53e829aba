package dev.tertulia.store.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tertulia.outbox.Begun;
import dev.tertulia.outbox.Send;

/** The entries in hand, one for each group and lane; to be used with the lock of the store held. */
final class MemoryInHand {

    private final MemoryPumpLease lease;
    private final Map<String, Begun> bySlot = new HashMap<>();
    private long attempts;

    MemoryInHand(MemoryPumpLease lease) {
        this.lease = lease;
    }

    boolean isTaken(QueueKey queue) {
        return bySlot.containsKey(queue.slot());
    }

    Begun take(QueueKey queue, Send send, long fence) {
        Begun begun = new Begun(send, fence, String.valueOf(++attempts));
        bySlot.put(queue.slot(), begun);
        return begun;
    }

    /** Takes an entry out that the pump did not send. Returns false unless this attempt has it in hand. */
    boolean putBack(Begun begun) {
        return lease.isNewest(begun.fence()) && bySlot.remove(QueueKey.of(begun.send()).slot(), begun);
    }

    /**
     * Takes an entry out that is settled. What an earlier pump began is anybody's; of its own, a pump settles each
     * attempt once.
     *
     * @return false if the pump has lost its lease, or this attempt does not have the entry in hand
     */
    boolean settle(Begun attempt, Send send) {
        String slot = QueueKey.of(send).slot();
        Begun begun = bySlot.get(slot);
        if (!lease.isNewest(attempt.fence()) || begun == null || !begun.send().id().equals(send.id())
                || lease.isNewest(begun.fence()) && !begun.token().equals(attempt.token())) {
            return false;
        }
        bySlot.remove(slot);
        return true;
    }

    /** The entries that earlier pumps have in hand, for the one of this fence to settle. */
    List<Begun> interrupted(long fence) {
        return !lease.isNewest(fence)
                ? List.of()
                : all().filter(begun -> begun.fence() != fence).map(begun -> new Begun(begun.send(), fence, ""))
                        .toList();
    }

    boolean has(String sendId) {
        return all().anyMatch(begun -> begun.send().id().equals(sendId));
    }

    private Stream<Begun> all() {
        return bySlot.values().stream();
    }

    int size() {
        return bySlot.size();
    }
}
