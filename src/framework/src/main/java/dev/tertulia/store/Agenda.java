package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the stored work of one phone number is due. */
@FunctionalInterface
public interface Agenda {

    /**
     * The time until a process has to look at the number: until an event can be handled, a claim ends, a timer fires, an
     * entry may be sent, a hold ends or an operation expires. Zero or less if something is due, in hand, or may be a
     * broadcast; empty if no work is stored.
     */
    Optional<Duration> untilDue(Instant now);

    /**
     * Leaves the number alone: whoever stores work for it notes that first where all processes look every few seconds, and
     * so is noted when its work is due.
     *
     * @param atLeast how far off its work has to be
     * @return whether nobody has to look at the number from now on; false if work is due sooner, if work may have been
     *         stored a moment ago, or always if no other process uses this store
     */
    default boolean leave(Instant now, Duration atLeast) {
        return false;
    }
}
