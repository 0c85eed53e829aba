package dev.tertulia.store.memory;

import java.util.EnumMap;
import java.util.Map;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.DeadLetterStore;

/** What the boxes of a number have put aside. */
final class MemoryDeadLetters implements DeadLetterStore {

    private final Map<DeadLetterKind, DeadLetterQueue> drawers = new EnumMap<>(DeadLetterKind.class);

    MemoryDeadLetters(MemoryInbox inbox, MemoryOutbox outbox) {
        drawers.put(DeadLetterKind.DEAD_EVENT, inbox.dead());
        drawers.put(DeadLetterKind.QUARANTINED, inbox.quarantined());
        drawers.putAll(outbox.drawers());
    }

    @Override
    public DeadLetterQueue drawer(DeadLetterKind kind) {
        return drawers.get(kind);
    }
}
