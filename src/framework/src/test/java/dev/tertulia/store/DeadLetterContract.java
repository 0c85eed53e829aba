package dev.tertulia.store;

/** All that a store promises of what was put aside. */
public interface DeadLetterContract extends DeadLetterQueueContract, RetryContract {}
