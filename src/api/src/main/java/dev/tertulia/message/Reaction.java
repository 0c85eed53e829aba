package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * A reaction that was added to a message or removed.
 *
 * @param messageId the id of the message
 * @param emoji     {@code null} if the reaction was removed
 */
public record Reaction(Origin origin, Member sender, String messageId, @Nullable String emoji) implements Event {}
