package dev.tertulia.store;

import dev.tertulia.deadletter.DeadLetterKind;

/** All that one phone number has put aside. */
@FunctionalInterface
public interface DeadLetterStore {

    /** Where the letters of a kind lie. */
    DeadLetterQueue drawer(DeadLetterKind kind);
}
