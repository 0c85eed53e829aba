package dev.tertulia.journal;

/** A step on the way of an event or a message that is worth an entry. */
public enum Step {
    ACCEPTED,
    QUARANTINED(true),
    HANDLED,
    UNHANDLED,
    RETRIED(true),
    DEAD(true),
    /** A call of a handler runs on past its limit. */
    HANDLER_STUCK(true),
    HANDLER_FREED(true),
    LOST_CLAIM(true),
    /** This process took over a claim that had expired. Nothing is lost; the cause is reported elsewhere. */
    TAKEN_OVER,
    SENT,
    HELD,
    OVER_BUDGET(true),
    DROPPED,
    SLOWED(true),
    WAITING,
    UNKNOWN(true),
    /** This program itself failed at an entry of the outbox. */
    BROKE_OFF(true),
    PARKED(true),
    PAUSED(true),
    STORE_AWAY(true),
    OVERLOADED(true),
    RELIEVED(true),
    HOST_AWAY(true),
    HOST_BACK(true),
    BROADCAST,
    OPERATION_ENDED,
    OPERATION_EXPIRED(true),
    RETRIED_BY_HAND,
    DISCARDED,
    ACCOUNT_TROUBLE(true),
    ACCOUNT_REINSTATED(true),
    TEMPLATE_TROUBLE(true),
    NUMBER_TROUBLE(true),
    NEARLY_FULL(true),
    OVERFLOWED(true);

    private final boolean alarming;

    Step() {
        this(false);
    }

    Step(boolean alarming) {
        this.alarming = alarming;
    }

    /** Whether somebody who runs the program should look at it. */
    public boolean alarming() {
        return alarming;
    }
}
