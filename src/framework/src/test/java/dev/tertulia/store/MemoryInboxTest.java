package dev.tertulia.store;

import dev.tertulia.store.memory.MemoryStore;

class MemoryInboxTest implements InboxContract {

    private final MemoryStore store = new MemoryStore("15550001");

    @Override
    public String number() {
        return "15550001";
    }

    @Override
    public Stores stores() {
        return store.stores();
    }
}
