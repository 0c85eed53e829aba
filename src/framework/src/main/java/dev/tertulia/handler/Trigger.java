package dev.tertulia.handler;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.turn.EventView;

/** The condition under which a handler takes an event, beyond the event's kind. */
interface Trigger {

    /** The match of an event, or {@code null} if there is none. */
    @Nullable
    Match match(EventView view);

    /** The lower, the more specific: the order in which handlers are asked. */
    int rank();

    /** The names that it finds words for. */
    default Set<String> words() {
        return Set.of();
    }

    /** The words without which it matches too. */
    default Set<String> optionalWords() {
        return Set.of();
    }

    /** Whether it takes every event that the other takes. */
    default boolean covers(Trigger other) {
        return equals(other);
    }

    /** Two handlers with an identity in common would take each other's events. Empty where that is fine. */
    default Set<Identity> identities() {
        return Set.of();
    }

    /** The identities that only one handler may have. */
    record Identity(String kind, String name) {}
}
