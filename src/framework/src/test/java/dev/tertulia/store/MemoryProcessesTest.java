package dev.tertulia.store;

import dev.tertulia.store.memory.MemoryProcesses;

class MemoryProcessesTest implements ProcessesContract {

    private final Processes processes = new MemoryProcesses();

    @Override
    public Processes processes() {
        return processes;
    }
}
