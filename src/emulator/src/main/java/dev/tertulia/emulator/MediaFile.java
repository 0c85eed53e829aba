package dev.tertulia.emulator;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** A file that was uploaded, or that came with a message. */
record MediaFile(String id, String mimeType, byte[] bytes, Instant until) {

    /** As GET media prints it. */
    static String hexHash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    /** As webhooks print it. */
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
