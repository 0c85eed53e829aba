package dev.tertulia.server.console.events;

import java.util.List;
import java.util.Map;

import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * A page of events.
 *
 * @param group the conversation that they concern; empty for all
 * @param names the names of groups, as far as they are known
 */
public record EventsPage(NumberChoice number, String group, List<EventRow> events, Map<String, String> names,
        ListControls list) {}
