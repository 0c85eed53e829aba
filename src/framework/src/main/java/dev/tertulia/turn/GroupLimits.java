package dev.tertulia.turn;

import java.util.Set;

import dev.tertulia.message.InvalidState;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.StartTimer;

/** The bounds of what a group may have. */
final class GroupLimits {

    private static final int MOST_LABELS = 100;

    private GroupLimits() {}

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

    /**
     * Refuses a label for which there is no room.
     *
     * @param labels that the group bears without it
     */
    static void check(LabelChange change, Set<String> labels) {
        if (labels.size() >= MOST_LABELS && !labels.contains(change.label())) {
            throw new InvalidState("group " + change.group() + " bears " + labels.size() + " labels, which is the most;"
                    + " take those off that are no longer needed with group.unlabel(…), or keep what differs from group"
                    + " to group in a State");
        }
    }
}
