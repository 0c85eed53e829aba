package dev.tertulia.server.console.people;

import java.util.List;

import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.NumberChoice;

/** The people that match a search. */
public record PeoplePage(NumberChoice number, List<PersonView> people, ListControls list) {}
