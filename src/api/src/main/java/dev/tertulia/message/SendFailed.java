package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * A message of the business that failed for good, or was dropped because its time was over. It became a dead letter or
 * was given up; nothing of it is tried again by itself.
 *
 * @param sendId  id of the outbox entry, as in {@link MessageStatus#callback()}
 * @param bot     stored name of the bot that gave it a tag; {@code null} if none
 * @param tag     the tag; {@code null} if none
 * @param payload the payload of the tag as JSON; {@code null} if none
 * @param code    WhatsApp's error code; {@code null} if WhatsApp did not refuse it
 * @param reason  why, as in the journal: without anything that people wrote
 */
public record SendFailed(Origin origin, String sendId, @Nullable String bot, @Nullable String tag,
        @Nullable String payload,
        @Nullable Integer code, String reason) implements Event {}
