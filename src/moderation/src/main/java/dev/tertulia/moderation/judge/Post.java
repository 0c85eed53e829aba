package dev.tertulia.moderation.judge;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.rules.MessageType;

/**
 * A message that rules judge.
 *
 * @param id         WhatsApp's id of it
 * @param text       its body or caption; may be empty
 * @param forwarding how often it was forwarded
 * @param reporter   the {@link dev.tertulia.message.Member#id()} of the person who reported it; {@code null} if it is not a
 *                   report
 */
public record Post(String id, MessageType type, String text, Forwarding forwarding, @Nullable String reporter) {

    /** No message. */
    public static final Post NONE = new Post("", MessageType.OTHER, "", Forwarding.NOT, null);

    /** A text message. */
    public static Post text(String id, String text) {
        return new Post(id, MessageType.TEXT, text, Forwarding.NOT, null);
    }

    /** How often a message was forwarded. */
    public enum Forwarding {
        NOT,
        /** At least once. */
        FORWARDED,
        /** Many times: WhatsApp marks it so. */
        OFTEN
    }
}
