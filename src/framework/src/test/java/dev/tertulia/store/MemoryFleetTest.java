package dev.tertulia.store;

import dev.tertulia.store.memory.MemoryStore;

class MemoryFleetTest implements FleetContract {

    private final Fleet fleet = new MemoryStore("1001").fleet();

    @Override
    public Fleet fleet() {
        return fleet;
    }
}
