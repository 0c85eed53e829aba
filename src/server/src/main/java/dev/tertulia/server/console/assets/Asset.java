package dev.tertulia.server.console.assets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A file that pages refer to.
 *
 * @param tag the digest by which browsers know that theirs is still right
 */
record Asset(String type, byte[] content, String tag) {

    private static final int DIGEST_LENGTH = 22;

    static Asset of(String type, byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Asset(type, content,
                    '"' + Base64.getUrlEncoder().encodeToString(digest).substring(0, DIGEST_LENGTH) + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
