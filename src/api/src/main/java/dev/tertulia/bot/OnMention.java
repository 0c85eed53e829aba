package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.GroupMessage;

/**
 * Handles a message that mentions the bot: {@code @} and its phone number, or one of {@code tertulia.mentions}, in any case.
 * The mention must be a whole word: {@code jane@acme.com}, {@code @acmesupport}, {@code @acme-support} and a longer number do
 * not mention {@code acme}. The marks of direction that WhatsApp puts around a mention do not count.
 */
@Handler(GroupMessage.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnMention {}
