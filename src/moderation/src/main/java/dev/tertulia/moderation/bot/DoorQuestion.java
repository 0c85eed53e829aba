package dev.tertulia.moderation.bot;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Stored;

/**
 * The question at the door that has reached a person.
 *
 * @param number the case; {@code null} if there is none
 */
@Stored("moderation-door-question")
record DoorQuestion(@Nullable String number) {}
