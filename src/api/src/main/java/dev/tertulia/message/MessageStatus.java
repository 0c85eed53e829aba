package dev.tertulia.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The status of a message that the business sent. {@code SENT} and {@code FAILED} concern the whole group; the others
 * concern one participant each. Their order is not guaranteed, and {@code READ} may come without {@code DELIVERED}.
 *
 * @param messageId   WhatsApp's id of the message
 * @param participant the participant concerned; {@code null} for the whole group
 * @param callback    the {@code biz_opaque_callback_data} of the message: the id of its outbox entry
 */
public record MessageStatus(Origin origin, String messageId, State state, @Nullable Member participant,
        @Nullable String callback, @Nullable Pricing pricing, List<WireError> errors) implements Event {

    /** The same status with another origin. */
    public MessageStatus with(Origin other) {
        return new MessageStatus(other, messageId, state, participant, callback, pricing, errors);
    }

    /** The states of a message. */
    public enum State {
        SENT,
        DELIVERED,
        READ,
        PLAYED,
        FAILED
    }
}
