package dev.tertulia.store;

import dev.tertulia.message.Passing;

/** Says that the store cannot be reached or written to. What was asked for did not happen, or may be asked for again. */
public final class StoreUnavailable extends RuntimeException implements Passing {

    private static final long serialVersionUID = 1;

    /** What the store said, for people. */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
