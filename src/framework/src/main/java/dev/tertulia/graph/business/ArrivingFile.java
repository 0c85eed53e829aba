package dev.tertulia.graph.business;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.tertulia.business.FileTooLarge;
import dev.tertulia.business.MediaFile;
import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.graph.GraphError;
import dev.tertulia.graph.http.FileTransport;
import dev.tertulia.journal.Sha256;

/**
 * A download from WhatsApp's file host. The file is copied while it arrives and compared with WhatsApp's description.
 *
 * @param told the description of the file
 * @param download what the host answered
 */
record ArrivingFile(MediaFile told, FileTransport.Download download) {

    private static final int CHUNK = 16 * 1024;
    private static final int OK = 200;
    private static final int FIRST_ERROR = 400;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int SHA256_DIGITS = 64;

    /**
     * Copies the file.
     *
     * @return its size in bytes
     * @throws IOException if the bytes cannot be written
     */
    long copy(long mostBytes, OutputStream to) throws IOException {
        InputStream content = download.content();
        try {
            checkAnswer();
            return copy(content, mostBytes, to);
        } finally {
            close(content);
        }
    }

    /** Closes the download; errors no longer matter. */
    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException endsAnyway) {
            return;
        }
    }

    private void checkAnswer() {
        int status = download.status();
        if (status >= FIRST_ERROR) {
            boolean repeatable = new GraphError(status, -1, "").repeatable();
            throw new RefusedByWhatsApp(-1, status, repeatable, "file " + told.id() + refusal(status, repeatable));
        }
        if (status != OK || isPage(download.contentType())) {
            throw new WhatsAppUnavailable(
                    "what WhatsApp's file host answered is not file " + told.id() + " (HTTP " + status
                            + ", " + download.contentType() + ")",
                    null);
        }
    }

    private static String refusal(int status, boolean repeatable) {
        String http = " (HTTP " + status + ")";
        if (status == NOT_FOUND || status == GONE) {
            return " is no longer at its address" + http;
        }
        if (status == TOO_MANY) {
            return " is not available now: WhatsApp's file host has too many requests" + http
                    + "; ask again a little later";
        }
        return repeatable
                ? " is not available now: WhatsApp's file host failed" + http + "; ask again a little later"
                : " is not available" + http;
    }

    /** Whether the content is a page or an error and not a type of file that WhatsApp stores. */
    private static boolean isPage(@Nullable String type) {
        String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return lower.startsWith("text/html") || lower.startsWith("application/json");
    }

    private long copy(InputStream from, long mostBytes, OutputStream to) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] chunk = new byte[CHUNK];
        long copied = 0;
        for (int read = read(from, chunk, copied); read >= 0; read = read(from, chunk, copied)) {
            copied += read;
            if (copied > mostBytes) {
                throw new FileTooLarge(
                        "file " + told.id() + " has more than the " + mostBytes + " bytes that are allowed");
            }
            if (told.fileSize() != null && copied > told.fileSize()) {
                throw wrongSize("more", told.fileSize());
            }
            digest.update(chunk, 0, read);
            to.write(chunk, 0, read);
        }
        if (told.fileSize() != null && copied < told.fileSize()) {
            throw wrongSize("only " + copied, told.fileSize());
        }
        checkHash(digest.digest());
        return copied;
    }

    private int read(InputStream from, byte[] chunk, long copied) {
        try {
            return from.read(chunk);
        } catch (IOException cut) {
            throw new WhatsAppUnavailable("file " + told.id() + " broke off after " + copied + " bytes", cut);
        }
    }

    private WhatsAppUnavailable wrongSize(String came, long size) {
        return new WhatsAppUnavailable("file " + told.id() + " has " + size + " bytes, and " + came + " came", null);
    }

    private void checkHash(byte[] came) {
        String sha256 = told.sha256();
        if (sha256 != null && !Arrays.equals(came, hash(sha256))) {
            throw new WhatsAppUnavailable("file " + told.id() + " has other content than WhatsApp's SHA-256 says",
                    null);
        }
    }

    /** Decodes a digest: hexadecimal here, Base64 in webhooks (wire reference, part 5). */
    private static byte[] hash(String text) {
        try {
            return text.length() == SHA256_DIGITS
                    ? HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT))
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException neither) {
            return new byte[0];
        }
    }
}
