package dev.tertulia.store;

import java.time.Instant;
import java.util.List;

/** The running timers of conversations, which put events into their mailboxes. */
interface Timers {

    /** The maximum number of timers of a conversation; further ones are refused before they reach the store. */
    int MOST_TIMERS = 1_000;

    /**
     * Moves expired timers into their mailboxes. Groups alternate and share a batch, so that one with many timers does
     * not delay others. Returns the number moved; call it again until it is 0.
     */
    int fireTimers(Instant now, int atMost);

    /** Starts a timer outside of a turn. */
    void startTimer(StartTimer timer);

    /** The running timers of a conversation. */
    List<StartTimer> timers(String group);

    /** The number of running timers of a conversation. */
    default int countTimers(String group) {
        return timers(group).size();
    }

    /** Stops timers outside of a turn. */
    void cancelTimers(CancelTimers timers);

    /** Stops all timers of a name outside of a turn. */
    default void cancelTimers(String group, String name) {
        cancelTimers(new CancelTimers(group, name, null));
    }
}
