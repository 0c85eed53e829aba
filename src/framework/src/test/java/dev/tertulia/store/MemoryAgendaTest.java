package dev.tertulia.store;

import dev.tertulia.store.memory.MemoryStore;

class MemoryAgendaTest implements AgendaContract {

    private final Stores stores = new MemoryStore().stores();

    @Override
    public Stores stores() {
        return stores;
    }
}
