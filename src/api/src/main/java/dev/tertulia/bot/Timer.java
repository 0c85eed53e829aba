package dev.tertulia.bot;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;

/**
 * The timers of one name in a chat. With a {@link #key} there is at most one of each key: starting it again replaces it.
 * Inside a turn every call is recorded and takes effect when the turn commits.
 */
public interface Timer {

    /** The timer with this key, one line of at most 200 characters, such as {@code member.id()}. */
    Timer key(String key);

    /**
     * Timers for a member: their {@link OnTimer} handler may take the {@link Member}, and {@link State} with
     * {@link PerMember}. Their key is the member's unless another one is given.
     */
    Timer of(Member member);

    /** Starts a timer that carries nothing; one of the same key is replaced. */
    default void start(Duration after) {
        start(after, null);
    }

    /**
     * Starts a timer; one of the same key is replaced.
     *
     * @param after   counted from now; nothing below zero, at most 10 years
     * @param payload what the handler gets: a String, or a record as parameter of its own type; {@code null} for nothing.
     *                At most 10,000 characters of JSON
     */
    void start(Duration after, @Nullable Object payload);

    /** Stops what runs under this name and key, and starts it anew without a payload. */
    default void restart(Duration after) {
        restart(after, null);
    }

    /** Stops what runs under this name and key, and starts it anew. */
    void restart(Duration after, @Nullable Object payload);

    /** Stops what runs under this name and key; without a key, all of this name. */
    void cancel();
}
