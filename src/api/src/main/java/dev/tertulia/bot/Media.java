package dev.tertulia.bot;

import java.io.IOException;
import java.io.OutputStream;

import dev.tertulia.message.Content;

/**
 * The file of the message that a handler is called for, as its parameter. It is downloaded on demand; size and SHA-256 are
 * compared with what WhatsApp says.
 */
public interface Media {

    /** What the message says of the file. */
    Content.Media content();

    /**
     * Downloads the file into memory.
     *
     * @param mostBytes the maximum size
     * @throws java.io.UncheckedIOException caused by a {@link dev.tertulia.business.FileTooLarge} if it is larger
     * @throws dev.tertulia.business.WhatsAppUnavailable if it arrives incomplete or altered
     */
    byte[] bytes(int mostBytes);

    /**
     * Downloads the file, which is written while it arrives. It is complete only when this method returns.
     *
     * @param mostBytes the maximum size
     * @return the size in bytes
     * @throws IOException if the bytes cannot be written
     */
    long transferTo(OutputStream to, long mostBytes) throws IOException;

    /** The file to send again, within 7 days. */
    default Attachment attachment() {
        return Attachment.of(content().id());
    }
}
