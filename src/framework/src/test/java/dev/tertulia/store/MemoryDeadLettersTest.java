package dev.tertulia.store;

import dev.tertulia.store.memory.MemoryStore;

class MemoryDeadLettersTest implements DeadLetterContract {

    private final MemoryStore store = new MemoryStore();

    @Override
    public Stores stores() {
        return store.stores();
    }
}
