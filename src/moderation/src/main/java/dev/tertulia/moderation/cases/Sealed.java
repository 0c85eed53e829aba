package dev.tertulia.moderation.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The stored form of an entry. Its hash covers the hash before it, the fact, and a digest of the personal part; so the
 * personal part can be erased, and nothing else can be changed unnoticed.
 *
 * @param fact     the fact as JSON, exactly as it was hashed
 * @param personal the personal part as JSON; {@code null} once it was erased
 * @param salt     what the digest was salted with; {@code null} once the personal part was erased
 * @param digest   the digest of salt and personal part
 * @param previous the hash of the entry before
 */
record Sealed(String fact, @Nullable String personal, @Nullable String salt, String digest, String previous,
        String hash) {

    /** What the first entry has as the hash before it. */
    static final String START = "0".repeat(64);

    static Sealed of(long place, String key, Instant at, String fact, String personal, String salt, String previous) {
        String digest = sha256(salt, personal);
        return new Sealed(fact, personal, salt, digest, previous, hash(place, key, at, fact, digest, previous));
    }

    /** The same entry without its personal part. */
    Sealed erased() {
        return new Sealed(fact, null, null, digest, previous, hash);
    }

    /** Whether nothing is missing that is never erased. */
    boolean isComplete() {
        return Stream.of(fact, digest, previous, hash).noneMatch(Objects::isNull);
    }

    /** Whether the hash is that of the content. */
    boolean isWhole(long place, String key, Instant at) {
        return hash.equals(hash(place, key, at, fact, digest, previous))
                && (personal == null || salt != null && digest.equals(sha256(salt, personal)));
    }

    private static String hash(long place, String key, Instant at, String fact, String digest, String previous) {
        return sha256(Long.toString(place), key, Long.toString(at.toEpochMilli()), fact, digest, previous);
    }

    /** The SHA-256 of some texts, each preceded by its length so that no two lists have the same. */
    static String sha256(String... texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
