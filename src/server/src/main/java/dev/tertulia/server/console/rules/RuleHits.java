package dev.tertulia.server.console.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.Finding;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.Rule;
import dev.tertulia.moderation.rules.RuleSet;

/** Hits per day of each rule, counted from the latest cases. */
final class RuleHits {

    /** The days that are counted, today included. */
    static final int DAYS = 7;
    /** The cases that are looked at. */
    static final int MOST = 500;

    private final LocalDate today;
    private final Map<String, Long[]> days = new HashMap<>();
    private final Map<String, Long> shadow = new HashMap<>();
    private final Map<String, Long> enforced = new HashMap<>();
    private final Map<String, Long> wrong = new HashMap<>();
    private final boolean all;

    private RuleHits(List<Case> cases, Instant now) {
        today = day(now);
        all = cases.size() < MOST || age(cases.getLast()) >= DAYS;
        cases.stream().filter(one -> age(one) >= 0 && age(one) < DAYS).forEach(this::add);
    }

    static RuleHits of(Trail trail, Instant now) {
        return new RuleHits(trail.search(CaseQuery.latest(MOST)), now);
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private long age(Case one) {
        return ChronoUnit.DAYS.between(day(one.at()), today);
    }

    private void add(Case one) {
        for (Finding finding : one.findings()) {
            days.computeIfAbsent(finding.rule(), rule -> none())[DAYS - 1 - (int) age(one)]++;
            (finding.mode().equals("shadow") ? shadow : enforced).merge(finding.rule(), 1L, Long::sum);
            if (one.state() == CaseState.WRONG) {
                wrong.merge(finding.rule(), 1L, Long::sum);
            }
        }
    }

    private static Long[] none() {
        Long[] none = new Long[DAYS];
        Arrays.fill(none, 0L);
        return none;
    }

    /** Whether all cases of these days were looked at. */
    boolean isComplete() {
        return all;
    }

    List<RuleRow> rows(RuleSet rules) {
        return rules.policies().stream().flatMap(policy -> policy.rules().stream().map(rule -> row(policy, rule)))
                .toList();
    }

    private RuleRow row(Policy policy, Rule rule) {
        String name = policy.name() + "/" + rule.name();
        return new RuleRow(name, rule.mode().name().toLowerCase(Locale.ROOT),
                rule.on().name().toLowerCase(Locale.ROOT), List.of(days.getOrDefault(name, none())),
                shadow.getOrDefault(name, 0L), enforced.getOrDefault(name, 0L), wrong.getOrDefault(name, 0L));
    }
}
