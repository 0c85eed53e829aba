package dev.tertulia.memory;

import java.util.EnumMap;
import java.util.Map;

import dev.tertulia.aside.AsideStore;
import dev.tertulia.aside.Drawer;
import dev.tertulia.aside.Kind;

/** What the boxes of a number have put aside. */
final class MemoryAside implements AsideStore {

    private final Map<Kind, Drawer> drawers = new EnumMap<>(Kind.class);

    MemoryAside(MemoryInbox inbox, MemoryOutbox outbox) {
        drawers.put(Kind.DEAD_EVENT, inbox.dead());
        drawers.put(Kind.QUARANTINED, inbox.quarantined());
        drawers.putAll(outbox.drawers());
    }

    @Override
    public Drawer drawer(Kind kind) {
        return drawers.get(kind);
    }
}
