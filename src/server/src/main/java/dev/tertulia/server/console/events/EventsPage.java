package dev.tertulia.server.console.events;

import java.util.List;

import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * A page of events.
 *
 * @param group the conversation that they concern; empty for all
 */
public record EventsPage(NumberChoice number, String group, List<EventRow> events, ListControls list) {}
