package dev.tertulia.bot;

import dev.tertulia.message.Event;

/**
 * An event whose handling has failed for good.
 *
 * @param handler  the handler that failed, as class, method and parameter types
 * @param cause    the exception of the last attempt
 * @param attempts the number of attempts
 */
public record Failure(Event event, String handler, Throwable cause, int attempts) {}
