package dev.tertulia.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far a message of ours has come. {@code SENT} and {@code FAILED} speak of the whole group; the others of one
 * participant each, in no promised order, and {@code DELIVERED} may never come before {@code READ}.
 *
 * @param messageId   WhatsApp's id of our message
 * @param participant whom it speaks of; absent for the whole group
 * @param callback    what we sent as {@code biz_opaque_callback_data}: the id of the outbox entry
 */
public record MessageStatus(Origin origin, String messageId, State state, @Nullable Member participant,
        @Nullable String callback, @Nullable Pricing pricing, List<WireError> errors) implements Event {

    /** The same status with another origin. */
    public MessageStatus with(Origin other) {
        return new MessageStatus(other, messageId, state, participant, callback, pricing, errors);
    }

    /** The steps of a message's way. */
    public enum State {
        SENT,
        DELIVERED,
        READ,
        PLAYED,
        FAILED
    }
}
