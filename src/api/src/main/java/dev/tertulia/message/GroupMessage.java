package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * A message that a participant wrote in a group.
 *
 * @param id        WhatsApp's id of the message, for quoting and for marking as read
 * @param quoted    the message it answers to, if it quotes one
 * @param forwarded whether it was passed on from elsewhere
 */
public record GroupMessage(Origin origin, String id, Member sender, Content content, @Nullable Quoted quoted,
        boolean forwarded) implements Event {

    /** The words in it: body, caption or button label; empty for a location, say. */
    public String text() {
        return content.text();
    }

    @Override
    public boolean opensWindow() {
        return true;
    }
}
