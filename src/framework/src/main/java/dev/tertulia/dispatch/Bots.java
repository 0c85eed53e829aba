package dev.tertulia.dispatch;

/**
 * The bots of a process.
 *
 * @param settings how events are handed to them
 */
public record Bots(Handlers handlers, DispatchSettings settings) {}
