package dev.tertulia.turn;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/** Ids that sort by time and never repeat: 12 hex digits of milliseconds, 20 of chance. */
final class SortableIds {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 10;

    private SortableIds() {}

    static String next(Instant now) {
        byte[] chance = new byte[BYTES];
        CHANCE.nextBytes(chance);
        return HexFormat.of().toHexDigits(now.toEpochMilli(), 12) + HexFormat.of().formatHex(chance);
    }
}
