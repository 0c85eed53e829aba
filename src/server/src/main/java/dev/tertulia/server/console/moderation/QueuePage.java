package dev.tertulia.server.console.moderation;

import java.util.List;

import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * What waits for people.
 *
 * @param proposals proposals, reports and join requests, the latest first
 * @param appeals   appeals, the latest first
 * @param more      whether more wait than are shown
 */
public record QueuePage(NumberChoice number, ListQuery query, List<CaseView> proposals, List<CaseView> appeals,
        boolean more) {}
