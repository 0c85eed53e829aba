package dev.tertulia.moderation.bot;

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
                        keeps || rules.conditions().anyMatch(RuleVersion::isOnMembership),
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
        return condition instanceof Condition.Newcomer || condition instanceof Condition.MemberFor;
    }

    private static Stream<Action> actions(RuleSet rules) {
        return rules.policies().stream().flatMap(policy -> Stream.concat(
                policy.rules().stream().flatMap(rule -> rule.then().stream()), ladder(policy.strikes())));
    }

    private static Stream<Action> ladder(@Nullable Strikes strikes) {
        return strikes == null ? Stream.of() : strikes.ladder().values().stream().flatMap(step -> step.stream());
    }
}
