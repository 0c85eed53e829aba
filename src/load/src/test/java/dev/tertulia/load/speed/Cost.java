package dev.tertulia.load.speed;

/**
 * What a message with its reply costs.
 *
 * @param cpuMicros      processor time of the process, in microseconds
 * @param redisMicros    processor time of Redis, in microseconds
 * @param acknowledged   milliseconds until the webhook is answered, in the median
 * @param acknowledged99 the same, 99th percentile
 */
record Cost(double cpuMicros, double redisMicros, double acknowledged, double acknowledged99) {}
