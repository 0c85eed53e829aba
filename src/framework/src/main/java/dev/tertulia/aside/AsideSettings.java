package dev.tertulia.aside;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How much may lie aside for each phone number before the oldest is dropped.
 *
 * @param mostDead        of dead events, and of dead sends
 * @param mostQuarantined of parts of deliveries that could not be read, which may be large
 * @param mostBytes       of these parts together
 */
public record AsideSettings(int mostDead, int mostQuarantined, long mostBytes) {

    private static final long USUAL_BYTES = 100_000_000;

    /** The settings unless configured. */
    public static final AsideSettings USUAL = new AsideSettings(100_000, 1_000);

    /** Settings with the usual bound of bytes. */
    public AsideSettings(int mostDead, int mostQuarantined) {
        this(mostDead, mostQuarantined, USUAL_BYTES);
    }

    /** The bound of a kind; none where something else keeps it small. */
    OptionalInt most(Kind kind) {
        return switch (kind) {
            case DEAD_EVENT, DEAD_SEND -> OptionalInt.of(mostDead);
            case QUARANTINED -> OptionalInt.of(mostQuarantined);
            case HELD, UNKNOWN, PARKED -> OptionalInt.empty();
        };
    }

    /** How many bytes the letters of a kind may take together; none where each of them is small. */
    OptionalLong mostBytes(Kind kind) {
        return kind == Kind.QUARANTINED ? OptionalLong.of(mostBytes) : OptionalLong.empty();
    }
}
