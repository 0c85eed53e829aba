package dev.tertulia.server.console.rules;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.canary.CanaryReport;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * The rules in force.
 *
 * @param file     the rule file
 * @param version  the version in force
 * @param problems why the file, as it is now, is not in force
 * @param writable whether it can be changed here
 * @param complete whether all cases of the days are counted
 * @param percent  the share of the groups in which the version is in force
 * @param canary   the comparison with the version before; {@code null} if there is none
 */
public record RulesPage(NumberChoice number, ListQuery query, String file, String version, List<String> problems,
        boolean writable, List<RuleRow> rules, boolean complete, double percent, @Nullable CanaryReport canary) {}
