package dev.tertulia.webhook;

import java.util.Collection;
import java.util.List;

import dev.tertulia.message.Event;

/**
 * Settles reports: statuses of our messages, and what webhooks tell of our operations. Reports are settled when their
 * delivery is accepted, so that no handler can delay them.
 */
public interface Reports {

    /** Leaves all reports to the turns of their groups: for a process that has no line. */
    Reports IN_TURNS = new Reports() {
        @Override
        public boolean needsTurn(Event event) {
            return true;
        }

        @Override
        public List<Event> settle(Collection<Event> events, Collection<Event> fresh) {
            return List.of();
        }
    };

    /** Whether an event has to go through its group's mailbox; a report that no handler takes does not. */
    boolean needsTurn(Event event);

    /**
     * Settles the reports among the events of a delivery. Repeating this has no further effect.
     *
     * @param fresh those of the events that were not seen before
     * @return reports that have to be settled in a turn after all
     */
    List<Event> settle(Collection<Event> events, Collection<Event> fresh);
}
