package dev.tertulia.store;

import dev.tertulia.store.memory.MemoryStore;

class MemoryWindowsTest implements WindowsContract {

    private final MemoryStore store = new MemoryStore();

    @Override
    public Stores stores() {
        return store.stores();
    }
}
