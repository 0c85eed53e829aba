package dev.tertulia.aside;

import java.util.OptionalInt;

/**
 * How much may lie aside for each phone number before the oldest is dropped.
 *
 * @param mostDead        of dead events, and of dead sends
 * @param mostQuarantined of parts of deliveries that could not be read, which may be large
 */
public record AsideSettings(int mostDead, int mostQuarantined) {

    /** The settings unless configured. */
    public static final AsideSettings USUAL = new AsideSettings(100_000, 1_000);

    /** The bound of a kind; none where something else keeps it small. */
    OptionalInt most(Kind kind) {
        return switch (kind) {
            case DEAD_EVENT, DEAD_SEND -> OptionalInt.of(mostDead);
            case QUARANTINED -> OptionalInt.of(mostQuarantined);
            case HELD, UNKNOWN, PARKED -> OptionalInt.empty();
        };
    }
}
