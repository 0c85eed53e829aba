package dev.tertulia.store;

import dev.tertulia.Line;
import dev.tertulia.memory.MemoryStore;

class MemoryDirectoryTest implements DirectoryContract {

    private final Line.Stores stores = new MemoryStore().stores();

    @Override
    public Line.Stores stores() {
        return stores;
    }
}
