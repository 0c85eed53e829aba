package dev.tertulia.business;

import java.io.IOException;
import java.io.OutputStream;

/** The media files of a phone number (wire reference, part 5). */
public interface MediaFiles {

    /**
     * Uploads a file, which is read while it is sent.
     *
     * @return the media id, valid for 30 days
     * @throws IOException if the file cannot be read
     */
    String upload(Upload file) throws IOException;

    /** The description of a file. Its URL is valid for five minutes, and only with the access token. */
    MediaFile find(String id);

    /**
     * Downloads a file, which is written while it arrives. It is complete only when this method returns: size and
     * SHA-256 are then those that WhatsApp reported.
     *
     * @param mostBytes the maximum size; a larger file is refused, before anything is written if WhatsApp reports its
     * size
     * @return the size in bytes
     * @throws FileTooLarge if it is larger
     * @throws WhatsAppUnavailable if it arrives incomplete or altered
     * @throws IOException  if the bytes cannot be written
     */
    long download(String id, long mostBytes, OutputStream to) throws IOException;

    /** Deletes a file. */
    void delete(String id);
}
