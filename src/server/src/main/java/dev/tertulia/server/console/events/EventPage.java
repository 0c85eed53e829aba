package dev.tertulia.server.console.events;

import java.util.List;
import java.util.Map;

import dev.tertulia.operator.EventLife;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * The life of one event.
 *
 * @param names the name of its group, if it is known
 */
public record EventPage(NumberChoice number, EventLife life, Map<String, String> names, ListQuery query) {

    /** What happened. */
    public String what() {
        return row().what();
    }

    /** The event as a list has it. */
    public EventRow row() {
        return new EventRow(life);
    }

    /** Its messages and operations. */
    public List<SendView> sends() {
        return SendView.of(life);
    }
}
