package dev.tertulia.turn;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Stored;

/**
 * The language that was set for a conversation.
 *
 * @param tag as {@link java.util.Locale#toLanguageTag} writes it; {@code null} if none was set
 */
@Stored("tertulia.language")
record ChatLanguage(@Nullable String tag) {}
