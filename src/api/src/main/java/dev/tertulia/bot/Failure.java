package dev.tertulia.bot;

import dev.tertulia.message.Event;

/**
 * Why an event could not be handled.
 *
 * @param handler  class and method that failed
 * @param cause    what it threw the last time
 * @param attempts how often it was tried
 */
public record Failure(Event event, String handler, Throwable cause, int attempts) {}
