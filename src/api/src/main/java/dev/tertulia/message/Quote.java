package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * A quoted message.
 *
 * @param messageId id of the quoted message
 * @param author    phone number, digits only, or user id of who wrote it, as {@code group.facts().find(author)}
 *                  takes it; may be the business itself
 */
public record Quoted(String messageId, @Nullable String author) {}
