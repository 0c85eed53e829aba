package dev.tertulia.moderation.bot;

import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.judge.Judge;
import dev.tertulia.moderation.rules.Action;
import dev.tertulia.moderation.rules.Condition;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.moderation.rules.Strikes;

/**
 * A version of the rules, compiled.
 *
 * @param text  the rule file
 * @param needs what its conditions and actions need to know
 */
record RuleVersion(String text, Judge judge, Needs needs) {

    /** What has to be looked up for an event. */
    record Needs(boolean labels, boolean memberSince, boolean ignored, boolean heldRequests,
            boolean asks) {}

    static RuleVersion of(String text, Judge judge) {
        RuleSet rules = judge.rules();
        boolean keeps = rules.settings().history() != null;
        return new RuleVersion(text, judge,
                new Needs(
                        keeps || rules.policies().stream()
                                .anyMatch(one -> one.groups() instanceof Policy.Groups.Labelled),
                        keeps || conditions(rules).anyMatch(RuleVersion::isOnMembership),
                        actions(rules).anyMatch(Action.Ignore.class::isInstance),
                        actions(rules).anyMatch(Action.HoldRequests.class::isInstance),
                        actions(rules).anyMatch(Action.Ask.class::isInstance)));
    }

    RuleSet rules() {
        return judge.rules();
    }

    String id() {
        return rules().id();
    }

    private static boolean isOnMembership(Condition condition) {
        return contains(condition, one -> one instanceof Condition.Newcomer || one instanceof Condition.MemberFor);
    }

    private static boolean contains(Condition condition, Predicate<Condition> wanted) {
        return wanted.test(condition) || switch (condition) {
            case Condition.All all -> all.of().stream().anyMatch(one -> contains(one, wanted));
            case Condition.Any any -> any.of().stream().anyMatch(one -> contains(one, wanted));
            case Condition.Not not -> contains(not.of(), wanted);
            default -> false;
        };
    }

    private static Stream<Condition> conditions(RuleSet rules) {
        return rules.policies().stream().flatMap(policy -> policy.rules().stream())
                .flatMap(rule -> Stream.of(rule.when(), rule.unless()));
    }

    private static Stream<Action> actions(RuleSet rules) {
        return rules.policies().stream().flatMap(policy -> Stream.concat(
                policy.rules().stream().flatMap(rule -> rule.then().stream()), ladder(policy.strikes())));
    }

    private static Stream<Action> ladder(@Nullable Strikes strikes) {
        return strikes == null ? Stream.of() : strikes.ladder().values().stream().flatMap(step -> step.stream());
    }
}
