package dev.tertulia.redis;

import java.nio.ByteBuffer;

import dev.tertulia.journal.Sha256;

/** A whole number that stands for a key and that Redis keeps in 8 bytes; two keys share one in 10^18 cases. */
final class Fingerprint {

    private Fingerprint() {}

    static long of(String key) {
        return ByteBuffer.wrap(Sha256.of(key)).getLong() & Long.MAX_VALUE;
    }
}
