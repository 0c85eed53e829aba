package dev.tertulia.outbox;

import java.util.random.RandomGenerator;

import dev.tertulia.number.Wakeup;

/**
 * This process among all that serve a number.
 *
 * @param name   unique among the replicas; the holder's name in the pump's lease
 * @param random source of the jitter in pauses
 * @param sends  given when there may be more to send
 */
public record Replica(String name, RandomGenerator random, Wakeup sends) {

    /** A process that needs no signal. */
    public Replica(String name, RandomGenerator random) {
        this(name, random, () -> {});
    }
}
