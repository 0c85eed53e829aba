package dev.tertulia.emulator;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** File that was uploaded or received with a message. */
record StoredMedia(String id, String mimeType, byte[] bytes, Instant until) {

    /** Returns the SHA-256 hash in hexadecimal, as in the response of {@code GET /{media}}. */
    static String hexHash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    /** Returns the SHA-256 hash in Base64, as in webhooks. */
    static String base64Hash(byte[] bytes) {
        return Base64.getEncoder().encodeToString(sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Media[%s, %s, %d bytes]".formatted(id, mimeType, bytes.length);
    }
}
