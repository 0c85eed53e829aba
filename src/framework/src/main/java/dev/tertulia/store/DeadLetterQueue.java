package dev.tertulia.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;

/** Where the letters of one kind lie. What changes something is one atomic step, and happens once. */
public interface DeadLetterQueue {

    /** How many there are. */
    long count();

    /**
     * Some letters, newest first; held ones by the end of their hold, the last to end first.
     *
     * @param after key of the letter to go on behind, there or not; {@code null} for the start
     */
    List<DeadLetter> list(@Nullable String after, int atMost);

    /** A letter by its key. */
    Optional<DeadLetter> find(String key);

    /**
     * Lets it go on where it was taken out: a dead event at the end of its mailbox, a dead send as if it was new, with
     * its operation if that failed, the others at the head of their queues.
     *
     * @return whether it was there
     * @throws UnsupportedOperationException where nobody knows where it came from, as of a payload
     * @throws CannotRead                    when it was written by another version
     */
    boolean retry(String key, Instant now);

    /** Forgets it, and with a parked group all that it has to send. Returns whether it was there. */
    boolean discard(String key, Instant now);

    /**
     * Forgets letters until so many are left, or a tenth less where finding them is costly: each time the oldest of the
     * group that has the most. Returns how many; none of what waits for an event.
     */
    default long trim(int most) {
        return 0;
    }

    /** How many bytes the letters take; 0 where nobody asks. */
    default long bytes() {
        return 0;
    }

    /** Forgets the oldest until the letters take no more bytes than that. Returns how many. */
    default long trimBytes(long most) {
        return 0;
    }

    /** Says that this version of the program cannot read a letter. */
    final class CannotRead extends RuntimeException {

        private static final long serialVersionUID = 1;

        public CannotRead(Throwable cause) {
            super("this version of the program cannot read it; retry it with the version that put it aside", cause);
        }
    }
}
