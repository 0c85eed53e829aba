package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * A message from a person in the one-to-one chat with the business.
 *
 * @param id        WhatsApp's id of the message, for quoting and for marking as read
 * @param quoted    the quoted message, if there is one
 * @param forwarded whether the message was forwarded
 * @param forwardedOften whether it was forwarded many times, as WhatsApp marks it
 */
public record PrivateMessage(Origin origin, String id, Member sender, Content content, @Nullable Quote quoted,
        boolean forwarded, boolean forwardedOften) implements IncomingMessage {

    /** A message that was not forwarded many times. */
    public PrivateMessage(Origin origin, String id, Member sender, Content content, @Nullable Quote quoted,
            boolean forwarded) {
        this(origin, id, sender, content, quoted, forwarded, false);
    }
}
