package dev.tertulia.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * The check that a delivery comes from Meta: HMAC-SHA256 with the app secret over the received bytes (wire reference,
 * part 8).
 */
public final class Signature {

    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    /** Several secrets, because numbers may belong to different apps; any of them may have signed. */
    Signature(List<String> secrets) {
        this.keys = secrets.stream().map(Signature::key).toList();
    }

    boolean isRight(@Nullable String header, byte[] body) {
        if (header == null || !header.startsWith(PREFIX)) {
            return false;
        }
        byte[] given;
        try {
            given = HexFormat.of().parseHex(header.substring(PREFIX.length()));
        } catch (IllegalArgumentException notHex) {
            return false;
        }
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(given, sign(key, body)));
    }

    /** The value of {@code X-Hub-Signature-256} for a body that is signed with this secret. */
    public static String header(String secret, byte[] body) {
        return PREFIX + HexFormat.of().formatHex(sign(key(secret), body));
    }

    private static SecretKeySpec key(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    private static byte[] sign(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
