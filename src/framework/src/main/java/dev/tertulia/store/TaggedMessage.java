package dev.tertulia.store;

import org.jspecify.annotations.Nullable;

/**
 * A message of the business that a bot tagged.
 *
 * @param bot     stored name of the bot; {@code null} if none sent it
 * @param payload payload of the tag: text, or a record as JSON; {@code null} for none
 */
public record TaggedMessage(@Nullable String bot, String tag, @Nullable String payload) {}
