package dev.tertulia.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.tertulia.message.Event;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;

/**
 * The store of one phone number's operations. An operation is written together with the outbox entry that asks for it.
 * Every method is one atomic step.
 */
public interface OperationStore {

    /** An operation; it is forgotten 30 days after its last change. */
    Optional<Operation> find(OperationId id);

    /** The table of this name; an empty one if there is none. */
    PendingOperations pending(String name);

    /**
     * Replaces the table that was read, writes the changed operations, and posts events to their conversations.
     *
     * @return false, with nothing changed, if the table was changed since it was read
     */
    boolean replace(String name, PendingOperations next, List<Operation> changed, List<Event> told);

    /** Names of tables with an operation whose deadline has passed. */
    List<String> overdue(Instant now, int atMost);
}
