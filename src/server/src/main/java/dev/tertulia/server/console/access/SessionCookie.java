package dev.tertulia.server.console.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** The value of the cookie of a session: role, end, nonce and name, signed. All replicas accept it. */
final class SessionCookie {

    static final Duration VALID_FOR = Duration.ofHours(12);

    private static final int NONCE_BYTES = 16;
    private static final int PARTS = 4;

    private final Passwords passwords;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SessionCookie(Passwords passwords, InstantSource clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    /** The value for a person who has just logged in. */
    String issue(Viewer viewer) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String content = encode(String.join("\n", viewer.role().name(),
                "" + clock.instant().plus(VALID_FOR).getEpochSecond(), encode(nonce), viewer.name()));
        return content + "." + passwords.key(viewer.role()).orElseThrow().sign(content);
    }

    /** The session of a value; empty if it is not signed by us, or has ended. */
    Optional<Session> read(String value) {
        String[] signed = value.split("\\.", -1);
        if (signed.length != 2) {
            return Optional.empty();
        }
        return content(signed[0]).flatMap(parts -> role(parts[0]).flatMap(passwords::key)
                .filter(key -> key.verify(signed[0], signed[1])).filter(key -> !ended(parts[1]))
                .map(key -> new Session(new Viewer(parts[3], Role.valueOf(parts[0])),
                        key.derive("form").sign(signed[0]))));
    }

    private static Optional<Role> role(String name) {
        return Stream.of(Role.values()).filter(role -> role.name().equals(name)).findFirst();
    }

    private boolean ended(String seconds) {
        return !clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    private static Optional<String[]> content(String encoded) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split("\n",
                    PARTS);
            return parts.length == PARTS ? Optional.of(parts) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
