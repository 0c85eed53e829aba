package dev.tertulia.turn;

import org.jspecify.annotations.Nullable;

/**
 * A question that a turn asks in a conversation.
 *
 * @param bot    stored name of the bot; empty where no bot asks
 * @param member the {@code Member.id()} of the person who may answer; {@code null} for anyone
 */
record AskedQuestion(String bot, String name, @Nullable String member) {}
