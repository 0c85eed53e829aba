package dev.tertulia.store;

import java.util.Collection;
import java.util.List;

import dev.tertulia.message.Event;

/**
 * The result of accepting events.
 *
 * @param fresh   the events that were not seen before
 * @param claimed the groups of the delivery that were claimed in the same step
 * @param waiting whether a group of the delivery has mail and is not claimed
 */
public record Accepted(Collection<Event> fresh, List<ClaimedMail> claimed, boolean waiting) {

    /** Nothing was accepted. */
    public static final Accepted NOTHING = new Accepted(List.of(), List.of(), false);
}
