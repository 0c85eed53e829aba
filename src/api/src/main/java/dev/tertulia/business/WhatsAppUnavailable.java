package dev.tertulia.business;

import org.jspecify.annotations.Nullable;

/** Thrown when WhatsApp cannot be reached, does not answer in time, or gives an answer that cannot be read. */
public final class WhatsAppUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public WhatsAppUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
