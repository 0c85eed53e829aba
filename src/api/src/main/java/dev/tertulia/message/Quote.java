package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * The quote that a message begins with.
 *
 * @param messageId id of the quoted message
 * @param author    phone number, digits only, or user id of who wrote it, as {@code group.facts().find(author)}
 *                  takes it; may be the business itself
 */
public record Quote(String messageId, @Nullable String author) {}
