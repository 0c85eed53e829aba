package dev.tertulia;

import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.tertulia.deadletter.DeadLetterKind;

/**
 * The maximum number of dead letters and quarantined parts of each phone number; beyond it the oldest are dropped.
 *
 * @param mostDead of dead events, and of dead sends
 * @param mostQuarantined of parts of deliveries that could not be read, which may be large
 * @param mostBytes of these parts together
 */
public record DeadLetterSettings(int mostDead, int mostQuarantined, long mostBytes) {

    private static final long USUAL_BYTES = 100_000_000;

    /** The settings unless configured. */
    public static final DeadLetterSettings USUAL = new DeadLetterSettings(100_000, 1_000);

    /** Settings with the default bound of bytes. */
    public DeadLetterSettings(int mostDead, int mostQuarantined) {
        this(mostDead, mostQuarantined, USUAL_BYTES);
    }

    /** The bound of a kind; none if it is bounded otherwise. */
    OptionalInt most(DeadLetterKind kind) {
        return switch (kind) {
            case DEAD_EVENT, DEAD_SEND -> OptionalInt.of(mostDead);
            case QUARANTINED -> OptionalInt.of(mostQuarantined);
            case HELD, UNKNOWN, PARKED -> OptionalInt.empty();
        };
    }

    /** The maximum size in bytes of all letters of a kind; none if each is small. */
    OptionalLong mostBytes(DeadLetterKind kind) {
        return kind == DeadLetterKind.QUARANTINED ? OptionalLong.of(mostBytes) : OptionalLong.empty();
    }
}
