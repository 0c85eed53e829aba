package dev.tertulia.outbox;

import java.util.random.RandomGenerator;

/**
 * This process among all that serve a number.
 *
 * @param name   unique among the replicas; the holder's name in the pump's lease
 * @param random source of the jitter in pauses
 */
public record Replica(String name, RandomGenerator random) {}
