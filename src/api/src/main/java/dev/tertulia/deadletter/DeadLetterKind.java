package dev.tertulia.deadletter;

/** Why something was put aside. */
public enum DeadLetterKind {
    /** An event whose handlers failed for good. */
    DEAD_EVENT("event"),
    /** Something to send that failed for good. */
    DEAD_SEND("send"),
    /** Something to send that waits for the group's window, or for money. Bounded by the end of its hold. */
    HELD("held"),
    /** Something that may have been sent or not, and waits for a status. At most one for each queue of a group. */
    UNKNOWN("unknown"),
    /** A group whose sends all wait for an event. At most one for each group. */
    PARKED("parked"),
    /** A part of a delivery that could not be read. */
    QUARANTINED("raw");

    private final String word;

    DeadLetterKind(String word) {
        this.word = word;
    }

    /** What the ids of this kind begin with. */
    String word() {
        return word;
    }

    /** The id of a letter of this kind. */
    public DeadLetterId id(String key) {
        return new DeadLetterId(this, key);
    }
}
