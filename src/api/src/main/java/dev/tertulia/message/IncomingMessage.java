package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/** A message from a person: in a group, or in the one-to-one chat with the business. */
public sealed interface IncomingMessage extends Event permits GroupMessage, PrivateMessage {

    /** WhatsApp's id of the message, for quoting and for marking as read. */
    String id();

    /** The person who wrote it. */
    Member sender();

    /** The content. */
    Content content();

    /** The quoted message; {@code null} if there is none. */
    @Nullable
    Quote quoted();

    /** Whether the message was forwarded. */
    boolean forwarded();

    /** Whether the message was forwarded many times, as WhatsApp marks it; then {@link #forwarded} is true as well. */
    boolean forwardedOften();

    /** The text: body, caption or label of a choice; empty for other content, such as a location. */
    default String text() {
        return content().text();
    }

    /** Messages open the customer service window of their group or person for 24 hours. */
    @Override
    default boolean opensWindow() {
        return true;
    }
}
