package dev.tertulia.store;

import dev.tertulia.Line;
import dev.tertulia.memory.MemoryStore;

class MemoryInboxTest implements InboxContract {

    private final MemoryStore store = new MemoryStore();

    @Override
    public Line.Stores stores() {
        return store.stores();
    }
}
