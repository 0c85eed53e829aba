package dev.tertulia.moderation.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;
import dev.tertulia.moderation.rules.ActionText;
import dev.tertulia.moderation.rules.Budget;
import dev.tertulia.moderation.rules.ConditionText;
import dev.tertulia.moderation.rules.Durations;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.Rule;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.moderation.rules.Settings;
import dev.tertulia.moderation.rules.StaffSettings;
import dev.tertulia.moderation.rules.Strikes;

/** The differences between two versions of the rules. */
public final class RuleDiff {

    private final List<Change> changes = new ArrayList<>();

    private RuleDiff() {}

    /**
     * A difference.
     *
     * @param what   such as {@code rule foreign-links} or {@code policy community}
     * @param part   what of it differs, such as {@code mode}; empty if all of it was added or removed
     * @param before {@code null} if it was added
     * @param after  {@code null} if it was removed
     */
    public record Change(String what, String part, @Nullable String before, @Nullable String after) {}

    /** The differences, in the order of the second version; what was removed comes last. */
    public static List<Change> between(RuleSet before, RuleSet after) {
        RuleDiff diff = new RuleDiff();
        diff.settings(before.settings(), after.settings());
        diff.all("policy ", byName(before.policies(), Policy::name), byName(after.policies(), Policy::name),
                RuleDiff::describe, diff::policy);
        diff.all("rule ", rules(before), rules(after), RuleDiff::describe, diff::rule);
        return diff.changes;
    }

    private void settings(Settings before, Settings after) {
        part("settings", "staff", staff(before), staff(after));
        part("settings", "history", history(before), history(after));
        part("settings", "cases", Durations.show(before.keepCases()), Durations.show(after.keepCases()));
        part("settings", "canary", before.canary().percent() + "%", after.canary().percent() + "%");
    }

    private static String staff(Settings settings) {
        String people = settings.staff().people().stream().map(Member::address).sorted()
                .collect(Collectors.joining(", ", "[", "]"));
        return "people: " + people + switch (settings.staff().alerts()) {
            case StaffSettings.Alerts.ToLabel label -> "; alerts: label " + label.label();
            case StaffSettings.Alerts.ToGroup group -> "; alerts: group " + group.id();
            case StaffSettings.Alerts.ToPerson person -> "; alerts: person " + person.person().address();
            case null -> "";
        };
    }

    private static @Nullable String history(Settings settings) {
        return settings.history() == null ? null : Durations.show(settings.history().keep());
    }

    private static @Nullable String budget(Policy policy) {
        Budget budget = policy.budget();
        return budget == null
                ? null
                : "{ deliveries: %d, within: %s, instead: %s }".formatted(budget.deliveries(),
                        Durations.show(budget.within()), word(budget.instead()));
    }

    private static Map<String, Placed> rules(RuleSet set) {
        Map<String, Placed> rules = new LinkedHashMap<>();
        set.policies().forEach(policy -> policy.rules()
                .forEach(rule -> rules.put(rule.name(), new Placed(policy.name(), rule))));
        return rules;
    }

    /** A rule and the name of its policy. */
    private record Placed(String policy, Rule rule) {}

    private static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
        Map<String, T> map = new LinkedHashMap<>();
        things.forEach(thing -> map.put(name.apply(thing), thing));
        return map;
    }

    /** Compares two things of the same name. */
    @FunctionalInterface
    private interface Comparison<T> {
        void compare(String what, T before, T after);
    }

    private <T> void all(String kind, Map<String, T> before, Map<String, T> after, Function<T, String> describe,
            Comparison<T> comparison) {
        after.forEach((name, thing) -> {
            T old = before.get(name);
            if (old == null) {
                changes.add(new Change(kind + name, "", null, describe.apply(thing)));
            } else {
                comparison.compare(kind + name, old, thing);
            }
        });
        before.forEach((name, thing) -> {
            if (!after.containsKey(name)) {
                changes.add(new Change(kind + name, "", describe.apply(thing), null));
            }
        });
    }

    private static String describe(Policy policy) {
        return policy.rules().size() + " rules, groups: " + groups(policy);
    }

    private static String groups(Policy policy) {
        return switch (policy.groups()) {
            case Policy.Groups.Every _ -> "{ all: true }";
            case Policy.Groups.Labelled labelled -> "{ label: " + labelled.label() + " }";
            case Policy.Groups.Listed listed -> "{ ids: " + listed.ids().stream().sorted().toList() + " }";
        };
    }

    private void policy(String what, Policy before, Policy after) {
        part(what, "groups", groups(before), groups(after));
        part(what, "strikes", strikes(before), strikes(after));
        part(what, "budget", budget(before), budget(after));
    }

    private static @Nullable String strikes(Policy policy) {
        if (policy.strikes() == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        Strikes.Decay decay = policy.strikes().decay();
        if (decay != null) {
            parts.add("decay: { every: %s, by: %d }".formatted(Durations.show(decay.every()), decay.by()));
        }
        policy.strikes().ladder().forEach((step, actions) -> parts.add(step + ": " + ActionText.of(actions)));
        return String.join("; ", parts);
    }

    private static String describe(Placed placed) {
        Rule rule = placed.rule();
        return "policy: %s; mode: %s; on: %s; when: %s; unless: %s; then: %s".formatted(placed.policy(),
                word(rule.mode()), word(rule.on()), ConditionText.of(rule.when()), ConditionText.of(rule.unless()),
                ActionText.of(rule.then()));
    }

    private void rule(String what, Placed before, Placed after) {
        part(what, "policy", before.policy(), after.policy());
        part(what, "mode", word(before.rule().mode()), word(after.rule().mode()));
        part(what, "on", word(before.rule().on()), word(after.rule().on()));
        condition(what, "when", before, after, placed -> ConditionText.of(placed.rule().when()),
                Objects.equals(before.rule().when(), after.rule().when()));
        condition(what, "unless", before, after, placed -> ConditionText.of(placed.rule().unless()),
                Objects.equals(before.rule().unless(), after.rule().unless()));
        condition(what, "then", before, after, placed -> ActionText.of(placed.rule().then()),
                Objects.equals(before.rule().then(), after.rule().then()));
    }

    private void condition(String what, String part, Placed before, Placed after, Function<Placed, String> text,
            boolean same) {
        if (!same) {
            changes.add(new Change(what, part, text.apply(before), text.apply(after)));
        }
    }

    private void part(String what, String part, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(what, part, before == null ? "none" : before, after == null ? "none" : after));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
