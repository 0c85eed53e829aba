package dev.tertulia.server.console.moderation;

import java.util.List;

import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * The cases that match a search.
 *
 * @param states the states to choose from
 * @param rules  the rules to choose from, each with its policy
 */
public record CasesPage(NumberChoice number, List<CaseView> cases, ListControls list, List<String> states,
        List<String> rules) {}
