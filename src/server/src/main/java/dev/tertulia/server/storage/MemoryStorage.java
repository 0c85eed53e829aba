package dev.tertulia.server.storage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tertulia.store.EventJournal;
import dev.tertulia.store.Processes;
import dev.tertulia.store.Stores;
import dev.tertulia.store.memory.MemoryProcesses;
import dev.tertulia.store.memory.MemoryStore;

/**
 * Storage in the memory of this process, for the demo and for processes configured to use it. Nothing survives the
 * process.
 */
public final class MemoryStorage implements Storage {

    private final Map<String, MemoryStore> stores = new ConcurrentHashMap<>();
    private final Processes processes = new MemoryProcesses();
    private final EventJournal.Limits journal;

    /** @param journal the bounds of each number's journal */
    public MemoryStorage(EventJournal.Limits journal) {
        this.journal = journal;
    }

    @Override
    public Stores of(String number) {
        return stores.computeIfAbsent(number, id -> new MemoryStore(id, journal)).stores();
    }

    /** The stores of all numbers. */
    public Collection<MemoryStore> all() {
        return stores.values();
    }

    @Override
    public Processes processes() {
        return processes;
    }

    @Override
    public void probe() {
        // memory is always available
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void close() {
        // nothing to release
    }
}
