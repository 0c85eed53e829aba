package dev.tertulia.server.console.events;

import java.util.List;

import dev.tertulia.message.Origin;
import dev.tertulia.operator.EventLife;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;

/** The life of one event. */
public record EventPage(NumberChoice number, EventLife life, ListQuery query) {

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

    /** Whether it concerns a group, which has a page. */
    public boolean ofGroup() {
        return Origin.isGroup(life.group());
    }
}
