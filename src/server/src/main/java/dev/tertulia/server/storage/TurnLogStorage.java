package dev.tertulia.server.storage;

import java.util.List;

import dev.tertulia.server.turns.TurnLog;
import dev.tertulia.store.Processes;
import dev.tertulia.store.Stores;

/** The demo's memory storage, which records turns in the turn log. */
public final class TurnLogStorage implements Storage {

    private final MemoryStorage storage;
    private final TurnLog turns;

    public TurnLogStorage(MemoryStorage storage, TurnLog turns) {
        this.storage = storage;
        this.turns = turns;
    }

    /** The underlying memory storage. */
    public MemoryStorage memory() {
        return storage;
    }

    @Override
    public Stores of(String number) {
        Stores stores = storage.of(number);
        return new Stores(turns.watch(stores.inbox()), stores.outbox(), stores.windows(), stores.operations(),
                stores.ledger(), stores.labels(), stores.broadcasts(), stores.deadLetters(), stores.people(),
                stores.tags(), stores.fleet(), stores.agenda(), stores.journal());
    }

    @Override
    public Processes processes() {
        return storage.processes();
    }

    @Override
    public void probe() {
        storage.probe();
    }

    @Override
    public List<String> warnings() {
        return storage.warnings();
    }

    @Override
    public void close() {
        storage.close();
    }
}
