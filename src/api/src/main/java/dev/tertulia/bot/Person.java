package dev.tertulia.bot;

import dev.tertulia.message.Member;

/**
 * The one-to-one chat of the business with a person. It has a customer service window of its own, by the same rules as
 * that of a group: it opens when the person writes there, and {@link Notice} and {@link PrivateNotice} say what happens
 * while it is shut.
 */
public non-sealed interface Person extends Chat {

    /** The person. */
    Member member();

    /** Sends a message with choices, whether or not the window is open. */
    void send(PrivateNotice notice);

    /**
     * Marks a message as read and shows the person that an answer is being written, until it arrives, for at most 25
     * seconds. It is sent after the turn, so it is for answers that come in a later turn, such as that of a timer.
     */
    void showTyping(String messageId);
}
