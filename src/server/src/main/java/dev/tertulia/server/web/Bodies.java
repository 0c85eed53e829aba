package dev.tertulia.server.web;

import java.io.IOException;
import java.io.InputStream;

import io.micronaut.http.exceptions.ContentLengthExceededException;
import org.jspecify.annotations.Nullable;

/**
 * Reader of request bodies as raw bytes, which signatures cover, whatever their content type and even if they are
 * empty.
 */
final class Bodies {

    private Bodies() {}

    /** Thrown if a body is larger than allowed. The rest of it was not read. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1;

        private TooLarge(ContentLengthExceededException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Thrown if a body ended early or is malformed. */
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
