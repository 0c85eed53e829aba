package dev.tertulia.bot;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;

/**
 * The groups of the business's phone numbers, for use outside of a turn. Every call takes effect at once, also inside a
 * turn: it does not wait for the turn to commit, has no order relative to the turn's effects, and is repeated if the
 * turn is.
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

    /** The one-to-one chat with a person. */
    Person person(Member member);

    /** Requests a new group. */
    Operation create(NewGroup group);

    /** The ids of the groups with a label that {@link Group#label} has set. */
    Set<String> labelled(String label);

    /** All labels that groups have. */
    Set<String> labels();

    /** The state of an operation; empty if it is unknown or ended more than 30 days ago. */
    Optional<Operation> operation(OperationId id);

    /**
     * Waits for the end of an operation. Call it on a virtual thread and never inside a turn, since what a turn requests
     * happens after the turn.
     *
     * @return the operation in its final state, or in its current one when the time is up
     */
    Operation await(OperationId id, Duration atMost) throws InterruptedException;
}
