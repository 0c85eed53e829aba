package dev.tertulia.dispatch;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;

/** What makes a handler take an event, beyond the event's kind. */
interface Trigger {

    /** How the event fits, or {@code null} if it does not. */
    @Nullable
    Match match(Event event);

    /** The lower, the more specific: who is asked first. */
    int rank();

    /** The names it finds words for. */
    default Set<String> words() {
        return Set.of();
    }

    /** Whether it takes every event that the other takes. */
    default boolean covers(Trigger other) {
        return equals(other);
    }

    /** Two handlers with the same identity would take each other's events. {@code null} where that is fine. */
    default @Nullable Identity identity() {
        return null;
    }

    /** What only one handler may take. */
    record Identity(String kind, String name) {}
}
