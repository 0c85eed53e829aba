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

    /** The group of the only phone number; with several numbers use the other method. */
    Group group(String id);

    /** The group of a certain phone number id. */
    Group group(String number, String id);

    /** Asks the only phone number for a new group. */
    Operation create(NewGroup group);

    /** Asks a certain phone number id for a new group. */
    Operation create(String number, NewGroup group);

    /** The ids of the only phone number's groups that bear a label, as {@link Group#label} put it on. */
    Set<String> labelled(String label);

    /** The ids of a certain phone number id's groups that bear a label. */
    Set<String> labelled(String number, String label);

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
