package dev.tertulia.store;

import dev.tertulia.deadletter.DeadLetterKind;

/** The dead letters of one phone number. */
@FunctionalInterface
public interface DeadLetterStore {

    /** The letters of a kind. */
    DeadLetterQueue queue(DeadLetterKind kind);
}
