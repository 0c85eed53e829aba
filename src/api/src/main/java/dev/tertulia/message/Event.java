package dev.tertulia.message;

import java.time.Instant;

/**
 * An event in a group, a one-to-one chat or the account. Every kind is a record of its own, and the list of kinds is
 * complete: a {@code switch} over events needs no default.
 */
public sealed interface Event permits IncomingMessage, Reaction, Joined, Left, Removed, MemberChanged, JoinRequested,
        JoinRequestRevoked, GroupCreated, GroupDeleted, GroupSettingsChanged, GroupSuspended, GroupCleared,
        OperationFailed, OperationEnded, MessageStatus, SendFailed, TimerFired, AccountUpdated, TemplateUpdated,
        NumberUpdated,
        Unsupported {

    /** The source and the identity of the event. */
    Origin origin();

    /** The id of the group, or of the other conversation, in which it happened. */
    default String group() {
        return origin().group();
    }

    /** The time of the event by WhatsApp's clock. */
    default Instant at() {
        return origin().at();
    }

    /**
     * Whether this event opens the customer service window of its group or person. Only messages from people do; joins,
     * reactions and statuses do not.
     */
    default boolean opensWindow() {
        return false;
    }
}
