package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.tertulia.message.Event;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.OperationId;
import dev.tertulia.operation.OperationStore;
import dev.tertulia.operation.PendingOperations;

/** Operations in maps. Those changed longest ago are forgotten first. */
final class MemoryOperations implements OperationStore {

    private static final int REMEMBERED = 100_000;
    private static final Set<State> FAILED = EnumSet.of(State.FAILED, State.EXPIRED);

    private final Object lock;
    private final Consumer<Event> mail;
    private final Map<String, PendingOperations> tables = new HashMap<>();
    private final Map<OperationId, Operation> operations = new BoundedMap<>(REMEMBERED);

    MemoryOperations(Object lock, Consumer<Event> mail) {
        this.lock = lock;
        this.mail = mail;
    }

    /** With the lock held. */
    void start(Operation operation) {
        operations.putIfAbsent(operation.id(), operation);
    }

    /** With the lock held: one that failed or expired may be started anew. */
    void forgetFailed(Operation asked) {
        operations.computeIfPresent(asked.id(), (id, known) -> FAILED.contains(known.state()) ? null : known);
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        synchronized (lock) {
            return Optional.ofNullable(operations.get(id));
        }
    }

    @Override
    public PendingOperations pending(String name) {
        synchronized (lock) {
            return tables.getOrDefault(name, PendingOperations.EMPTY);
        }
    }

    @Override
    public boolean replace(String name, PendingOperations next, List<Operation> changed, List<Event> told) {
        synchronized (lock) {
            if (pending(name).version() != next.version()) {
                return false;
            }
            tables.put(name, next.following());
            for (Operation operation : changed) {
                operations.remove(operation.id());
                operations.put(operation.id(), operation);
            }
            told.forEach(mail);
            return true;
        }
    }

    /** When operations expire; with the lock held. */
    Stream<Instant> moments() {
        return tables.values().stream().flatMap(table -> table.deadline().stream());
    }

    @Override
    public List<String> overdue(Instant now, int atMost) {
        synchronized (lock) {
            return tables.entrySet().stream()
                    .filter(table -> table.getValue().deadline().filter(at -> !at.isAfter(now)).isPresent())
                    .map(Map.Entry::getKey).limit(atMost).toList();
        }
    }
}
