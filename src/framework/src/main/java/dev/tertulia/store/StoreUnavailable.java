package dev.tertulia.store;

import dev.tertulia.message.Passing;

/** Thrown if the store cannot be reached or written to. The call had no effect or may be repeated. */
public final class StoreUnavailable extends RuntimeException implements Passing {

    private static final long serialVersionUID = 1;

    /** An exception with the store's message for people. */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
