package dev.tertulia.server.console.moderation;

import java.util.Map;

import dev.tertulia.server.console.page.NumberChoice;

/**
 * One case.
 *
 * @param strikes the strikes that the person has now, by policy
 * @param earned  the strikes that this case counts for, by policy
 */
public record CasePage(NumberChoice number, CaseView view, Map<String, Integer> strikes,
        Map<String, Integer> earned) {}
