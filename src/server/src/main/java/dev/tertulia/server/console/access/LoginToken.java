package dev.tertulia.server.console.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The token of the login form, which is valid for an hour. */
final class LoginToken {

    private static final Duration VALID_FOR = Duration.ofHours(1);

    private final Hmac key;
    private final InstantSource clock;

    LoginToken(String appSecret, InstantSource clock) {
        this.key = Hmac.of("tertulia login\n" + appSecret);
        this.clock = clock;
    }

    String issue() {
        String end = "" + clock.instant().plus(VALID_FOR).getEpochSecond();
        return end + "." + key.sign(end);
    }

    boolean isValid(String token) {
        String[] parts = token.split("\\.", -1);
        return parts.length == 2 && key.verify(parts[0], parts[1])
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])));
    }
}
