package dev.tertulia.message;

/**
 * The expiry of a timer that a bot started.
 *
 * @param name    the name of the timer, which selects the handler
 * @param payload the payload that the bot gave it; empty if none
 */
public record TimerFired(Origin origin, String name, String payload) implements Event {}
