package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * An emoji put on a message, or taken off it.
 *
 * @param messageId the message reacted to
 * @param emoji     absent when the reaction was removed
 */
public record Reaction(Origin origin, Member sender, String messageId, @Nullable String emoji) implements Event {}
