package dev.tertulia.outbox;

import java.time.Instant;

/** The groups of one phone number whose queues are blocked until an event. */
interface ParkedGroups {

    /** Unblocks a group if it is blocked until this event. Atomic. */
    void unpark(String group, BlockedUntil reason, Instant now);
}
