package dev.tertulia.store.memory;

import java.util.EnumMap;
import java.util.Map;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.DeadLetterStore;

/** The dead letters of a number, in memory. */
final class MemoryDeadLetters implements DeadLetterStore {

    private final Map<DeadLetterKind, DeadLetterQueue> queues = new EnumMap<>(DeadLetterKind.class);

    MemoryDeadLetters(MemoryInbox inbox, MemoryOutbox outbox) {
        queues.put(DeadLetterKind.DEAD_EVENT, inbox.dead());
        queues.put(DeadLetterKind.QUARANTINED, inbox.quarantined());
        queues.putAll(outbox.queues());
    }

    @Override
    public DeadLetterQueue queue(DeadLetterKind kind) {
        return queues.get(kind);
    }
}
