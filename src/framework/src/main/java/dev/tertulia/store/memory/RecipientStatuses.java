package dev.tertulia.store.memory;

import dev.tertulia.broadcast.RecipientStatus;
import dev.tertulia.outbox.Settlement;

/** Maps settlements of outbox entries to the status of a broadcast's recipient. */
final class RecipientStatuses {

    private RecipientStatuses() {}

    /** The status of a group after its entry was settled. */
    static RecipientStatus after(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Again again when again.send().outcomeUnknown() -> RecipientStatus.UNKNOWN;
            case Settlement.Again again -> RecipientStatus.QUEUED;
            case Settlement.Sent sent -> RecipientStatus.SENT;
            case Settlement.Held held -> RecipientStatus.HELD;
            case Settlement.Parked parked -> RecipientStatus.HELD;
            case Settlement.Dead dead -> RecipientStatus.FAILED;
            case Settlement.Gone gone -> RecipientStatus.DROPPED;
            case Settlement.Stopped stopped -> RecipientStatus.WAITING;
        };
    }
}
