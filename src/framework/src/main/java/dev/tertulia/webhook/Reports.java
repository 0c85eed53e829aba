package dev.tertulia.webhook;

import java.util.Collection;
import java.util.List;

import dev.tertulia.costs.Booking;
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
        public Batch of(List<Event> events) {
            return Batch.NOTHING;
        }
    };

    /** The reports of one delivery. */
    interface Batch {

        /** No reports. */
        Batch NOTHING = fresh -> List.of();

        /** The deliveries that the reports tell of, to be booked when the delivery is accepted. */
        default Booking booking() {
            return Booking.NONE;
        }

        /**
         * Settles the reports. Repeating this has no further effect.
         *
         * @param fresh the events of the delivery that were not seen before
         * @return reports that have to be settled in a turn after all
         */
        List<Event> settle(Collection<Event> fresh);
    }

    /** Whether an event has to go through its group's mailbox; a report that no handler takes does not. */
    boolean needsTurn(Event event);

    /** The reports among the events of a delivery. */
    Batch of(List<Event> events);
}
