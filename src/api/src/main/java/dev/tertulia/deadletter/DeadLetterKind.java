package dev.tertulia.deadletter;

/** The kinds of dead letters and of other items that have left the normal flow. */
public enum DeadLetterKind {
    /** An event whose handlers failed for good. */
    DEAD_EVENT("event"),
    /** A message or operation that failed for good. */
    DEAD_SEND("send"),
    /** A message that waits for the group's window or for the budget, until the end of its hold. */
    HELD("held"),
    /**
     * A message or operation with an unknown outcome, which waits for a status. At most one for each queue of a
     * group.
     */
    UNKNOWN("unknown"),
    /** A blocked group, in which everything to send waits for an event. At most one for each group. */
    PARKED("parked"),
    /** An unreadable part of a delivery. */
    QUARANTINED("raw");

    private final String word;

    DeadLetterKind(String word) {
        this.word = word;
    }

    /** The prefix of the ids of this kind. */
    String word() {
        return word;
    }

    /** The id of a dead letter of this kind. */
    public DeadLetterId id(String key) {
        return new DeadLetterId(this, key);
    }
}
