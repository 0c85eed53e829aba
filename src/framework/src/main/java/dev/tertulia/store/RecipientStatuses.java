package dev.tertulia.store;

import dev.tertulia.broadcast.RecipientStatus;
import dev.tertulia.outbox.Settlement;

/** Maps settlements of outbox entries to the status of a broadcast's recipient. */
public final class RecipientStatuses {

    private RecipientStatuses() {}

    /** The status of a group after its entry was settled. */
    public static RecipientStatus after(Settlement settlement) {
        return switch (settlement.fate()) {
            case AGAIN -> settlement.send().progress().unknownSince() == null
                    ? RecipientStatus.QUEUED
                    : RecipientStatus.UNKNOWN;
            case SENT -> RecipientStatus.SENT;
            case HELD, PARKED -> RecipientStatus.HELD;
            case DEAD -> RecipientStatus.FAILED;
            case GONE -> RecipientStatus.DROPPED;
            case STOPPED -> RecipientStatus.WAITING;
        };
    }
}
