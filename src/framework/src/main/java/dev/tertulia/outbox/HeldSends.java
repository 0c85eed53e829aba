package dev.tertulia.outbox;

import java.time.Instant;
import java.util.List;

/** The entries of one phone number that are held until a window opens. Every method is one atomic step. */
interface HeldSends {

    /** The number of entries of a group that are held at most. Any further entry is a dead letter. */
    int MOST_HELD = 1_000;

    /** Returns a group's held entries to the head of its queues. Returns how many there were. */
    int releaseHeld(String group, Instant now);

    /** The number of a group's held entries. */
    long countHeld(String group);

    /** Groups with an entry whose hold ends by this moment. */
    List<String> holdsEnded(Instant now);
}
