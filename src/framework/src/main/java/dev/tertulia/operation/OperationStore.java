package dev.tertulia.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.tertulia.message.Event;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;

/**
 * Where the operations of one phone number are kept. An operation is written down together with the outbox entry that
 * asks for it. Every method is one atomic step.
 */
public interface OperationStore {

    /** What is known of an operation; it is forgotten 30 days after its last change. */
    Optional<Operation> find(OperationId id);

    /** What lies on a desk; an empty one if nobody ever used it. */
    PendingOperations desk(String name);

    /**
     * Puts a desk that was read and changed in the place of the one that is there, writes operations down, and posts
     * events to their conversations.
     *
     * @return false if somebody else changed the desk since it was read: then nothing happened
     */
    boolean replace(String name, PendingOperations next, List<Operation> changed, List<Event> told);

    /** Desks on which an operation waits that is to be told about by now. */
    List<String> overdue(Instant now, int atMost);
}
