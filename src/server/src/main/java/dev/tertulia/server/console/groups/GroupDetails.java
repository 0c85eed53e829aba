package dev.tertulia.server.console.groups;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.server.console.moderation.CaseView;

/**
 * What bots and rules have to do with a group.
 *
 * @param states     what bots have stored, by name, laid out for reading
 * @param cases      the latest cases
 * @param moderated  whether there is moderation at all
 * @param cost       what the group has cost this month; {@code null} while it is added up
 */
public record GroupDetails(Map<String, String> states, List<CaseView> cases, boolean moderated,
        @Nullable GroupCost cost) {}
