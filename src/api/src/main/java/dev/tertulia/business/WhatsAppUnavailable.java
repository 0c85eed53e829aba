package dev.tertulia.business;

import org.jspecify.annotations.Nullable;

/** WhatsApp could not be reached, did not answer in time, or what it answered cannot be read. */
public final class WhatsAppUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public WhatsAppUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
