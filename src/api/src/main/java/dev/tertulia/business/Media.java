package dev.tertulia.business;

import java.io.IOException;
import java.io.OutputStream;

/** The files of a phone number (wire reference, part 5). */
public interface Media {

    /**
     * Uploads a file, reading it while it is sent.
     *
     * @return its media id, good for 30 days
     * @throws IOException when the file cannot be read
     */
    String upload(Upload file) throws IOException;

    /** Where a file is to be had; the address works for five minutes, and only with the access token. */
    MediaFile find(String id);

    /**
     * Fetches a file, writing it while it arrives. What was written is the file only when this returns: size and
     * SHA-256 are then those that WhatsApp told.
     *
     * @param mostBytes more is refused, before anything is written where WhatsApp tells the size
     * @return its size in bytes
     * @throws FileTooLarge when it has more bytes
     * @throws WhatsAppUnavailable when it does not arrive whole, or something else does
     * @throws IOException  when the bytes cannot be written
     */
    long download(String id, long mostBytes, OutputStream to) throws IOException;

    /** Deletes a file. */
    void delete(String id);
}
