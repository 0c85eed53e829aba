package dev.tertulia.server.web;

import java.io.IOException;
import java.io.InputStream;

import io.micronaut.http.exceptions.ContentLengthExceededException;
import org.jspecify.annotations.Nullable;

/** Reads bodies as the bytes they are, which a signature is about: whatever they claim to be, and even none at all. */
final class Bodies {

    private Bodies() {}

    /** Says that a body is larger than allowed. Its rest was not read. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1;

        private TooLarge(ContentLengthExceededException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Says that a body ended before it was whole, or was not written as it said: whoever sent it is gone, or no client. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Broken(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    static byte[] read(@Nullable InputStream body) {
        try (body) {
            return body == null ? new byte[0] : body.readAllBytes();
        } catch (IOException e) {
            if (e.getCause() instanceof ContentLengthExceededException large) {
                throw new TooLarge(large);
            }
            throw new Broken(e);
        }
    }
}
