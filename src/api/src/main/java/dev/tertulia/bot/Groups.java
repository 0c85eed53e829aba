package dev.tertulia.bot;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;

/**
 * The groups of the business's phone numbers, to act on without an event in hand. What is asked for happens at once, also
 * inside a turn: it does not wait for the turn's end, keeps no order with what the turn writes down, and is done again if
 * the turn is repeated.
 */
public interface Groups {

    /**
     * The groups of a certain phone number id.
     *
     * @throws IllegalArgumentException if it is not a phone number of this business
     */
    Groups of(String number);

    /** A group of the business's only phone number; with several numbers choose with {@link #of}. */
    Group group(String id);

    /** Asks for a new group. */
    Operation create(NewGroup group);

    /** The ids of the groups that bear a label, as {@link Group#label} put it on. */
    Set<String> labelled(String label);

    /** How far an operation has come; nothing if it is not known, or was over 30 days ago. */
    Optional<Operation> operation(OperationId id);

    /**
     * Waits for the end of an operation, so call it on a virtual thread, and never inside a turn: what a turn asks for
     * happens after it.
     *
     * @return the operation at its end, or as it is when the time is over
     */
    Operation await(OperationId id, Duration atMost) throws InterruptedException;
}
