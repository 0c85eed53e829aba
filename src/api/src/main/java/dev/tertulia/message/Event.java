package dev.tertulia.message;

import java.time.Instant;

/**
 * Something that happened in a group or to it. Every kind is one record, and the list below is all of them:
 * a {@code switch} over events needs no default.
 */
public sealed interface Event permits GroupMessage, Reaction, Joined, Left, Removed, MemberChanged, JoinRequested,
        JoinRequestRevoked, GroupCreated, GroupDeleted, GroupSettingsChanged, GroupSuspended, GroupCleared,
        OperationFailed, OperationEnded, MessageStatus, TimerFired, AccountUpdated, TemplateUpdated, NumberUpdated,
        Unsupported {

    /** Where it comes from, and its identity. */
    Origin origin();

    /** The id of the group it happened in. */
    default String group() {
        return origin().group();
    }

    /** When it happened by WhatsApp's clock. */
    default Instant at() {
        return origin().at();
    }

    /**
     * Whether this event opens the group's customer service window: only what a participant wrote does. A join,
     * a reaction or a status does not.
     */
    default boolean opensWindow() {
        return false;
    }
}
