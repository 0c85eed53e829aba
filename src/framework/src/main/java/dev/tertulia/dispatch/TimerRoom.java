package dev.tertulia.dispatch;

import dev.tertulia.inbox.Inbox;
import dev.tertulia.inbox.StartTimer;
import dev.tertulia.message.InvalidState;

/** The bound of how many timers a group may have. */
final class TimerRoom {

    private TimerRoom() {}

    /**
     * Refuses a timer for which there is no room.
     *
     * @param running how many there are without it
     */
    static void check(StartTimer timer, int running) {
        if (running >= Inbox.MOST_TIMERS) {
            throw new InvalidState("group " + timer.group() + " has " + running + " timers, which is the most; stop"
                    + " those that are no longer needed with group.cancelTimers(…), or keep a list in a State and one"
                    + " timer for the next of it");
        }
    }
}
