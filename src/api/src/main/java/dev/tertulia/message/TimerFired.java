package dev.tertulia.message;

/**
 * A timer that a bot set has run out.
 *
 * @param name    the name it was set with, which picks the handler
 * @param payload what the bot left with it; empty if nothing
 */
public record TimerFired(Origin origin, String name, String payload) implements Event {}
