package dev.tertulia.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;

/** The dead letters of one kind. Every change is one atomic step and happens once. */
public interface DeadLetterQueue {

    /** The number of letters. */
    long count();

    /**
     * A page of letters, the newest first; held ones by the end of their hold, the last to end first.
     *
     * @param after key of the letter to go on behind, there or not; {@code null} for the start
     */
    List<DeadLetter> list(@Nullable String after, int atMost);

    /** A letter by its key. */
    Optional<DeadLetter> find(String key);

    /**
     * Retries a letter: a dead event is appended to its mailbox, a dead send is sent as if it was new, with its
     * operation if that failed; others return to the head of their queues.
     *
     * @return whether it was there
     * @throws UnsupportedOperationException if its origin is unknown, as that of a payload
     * @throws CannotRead if another version of the program wrote it
     */
    boolean retry(String key, Instant now);

    /** Deletes a letter; for a parked group, everything that the group has to send. Returns whether it existed. */
    boolean discard(String key, Instant now);

    /**
     * Deletes letters until this number is left, or a tenth less if finding them is costly: always the oldest of the
     * group with the most. Entries that wait for an event are not deleted. Returns the number deleted.
     */
    default long trim(int most) {
        return 0;
    }

    /** The size of the letters in bytes; 0 for kinds without a bound. */
    default long bytes() {
        return 0;
    }

    /** Deletes the oldest letters until this size in bytes is reached. Returns the number deleted. */
    default long trimBytes(long most) {
        return 0;
    }

    /** Thrown for a letter that this version of the program cannot read. */
    final class CannotRead extends RuntimeException {

        private static final long serialVersionUID = 1;

        public CannotRead(Throwable cause) {
            super("this version of the program cannot read it; retry it with the version that stored it", cause);
        }
    }
}
