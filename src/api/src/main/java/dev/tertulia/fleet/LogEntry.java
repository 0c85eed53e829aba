package dev.tertulia.fleet;

import java.time.Instant;
import java.util.Set;

import dev.tertulia.stability.Experimental;

/**
 * An entry of a {@link Log}.
 *
 * @param number its place in the log, from 1 without gaps
 * @param key    what it is about
 * @param at     when it happened
 * @param terms  by what it is found
 * @param body   its content
 */
@Experimental
public record LogEntry(long number, String key, Instant at, Set<String> terms, String body) {}
