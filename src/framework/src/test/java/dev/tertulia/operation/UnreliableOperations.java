package dev.tertulia.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.tertulia.message.Event;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;

/** Operations of which a test may lose a change, as when the store is away. */
public final class UnreliableOperations implements OperationStore {

    private final OperationStore store;
    private boolean losesNext;

    public UnreliableOperations(OperationStore store) {
        this.store = store;
    }

    public void loseNextChange() {
        losesNext = true;
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return store.find(id);
    }

    @Override
    public PendingOperations pending(String name) {
        return store.pending(name);
    }

    @Override
    public boolean replace(String name, PendingOperations next, List<Operation> changed, List<Event> told) {
        if (losesNext) {
            losesNext = false;
            throw new IllegalStateException("the store is away");
        }
        return store.replace(name, next, changed, told);
    }

    @Override
    public List<String> overdue(Instant now, int atMost) {
        return store.overdue(now, atMost);
    }
}
