package dev.tertulia.operator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import dev.tertulia.bot.Notice;
import dev.tertulia.broadcast.Cost;
import dev.tertulia.broadcast.Estimate;
import dev.tertulia.costs.Costs;
import dev.tertulia.costs.Sum;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.operator.KnownGroups.KnownGroup;
import dev.tertulia.window.WindowDecision;
import dev.tertulia.window.WindowRule;

/** Estimates the cost of a notice to many groups from stored facts, without asking WhatsApp. */
final class CostEstimator {

    private static final int FULL_GROUP = 8;

    private final KnownGroups groups;
    private final WindowRule rule;
    private final Costs costs;
    private final InstantSource clock;

    CostEstimator(KnownGroups groups, WindowRule rule, Costs costs, InstantSource clock) {
        this.groups = groups;
        this.rule = rule;
        this.costs = costs;
        this.clock = clock;
    }

    Estimate estimate(Notice notice, List<String> ids) {
        Instant now = clock.instant();
        List<Outlook> outlooks = groups.look(ids).stream().map(known -> outlook(notice, known, now)).toList();
        Sum atMost = outlooks.stream().map(Outlook::atMost).reduce(Sum.NONE, Sum::plus);
        return new Estimate(outlooks.size(), count(outlooks, WindowDecision.SendFreeForm.class),
                count(outlooks, WindowDecision.SendTemplate.class), count(outlooks, WindowDecision.HoldUntil.class),
                count(outlooks, WindowDecision.Forget.class),
                (int) outlooks.stream().filter(Outlook::neverHeard).count(),
                new Cost(atMost.deliveries(), atMost.money(), atMost.unpriced()), costs.currency());
    }

    List<String> deleted(List<String> ids) {
        return groups.look(ids).stream().filter(known -> known.facts().times().deleted() != null).map(KnownGroup::id)
                .toList();
    }

    /** The expected outcome of the notice in one group. */
    private record Outlook(WindowDecision decision, boolean neverHeard, Sum atMost) {}

    private static int count(List<Outlook> outlooks, Class<? extends WindowDecision> decision) {
        return (int) outlooks.stream().filter(outlook -> decision.isInstance(outlook.decision())).count();
    }

    private Outlook outlook(Notice notice, KnownGroup known, Instant now) {
        boolean open = rule.isOpen(known.openUntil(), now);
        WindowDecision decision = rule.choose(notice.whenShut(), open, now, Instant.MAX);
        Sum atMost = switch (decision) {
            case WindowDecision.SendFreeForm free -> sum(known.facts(), false);
            case WindowDecision.SendTemplate other -> sum(known.facts(), true);
            case WindowDecision.HoldUntil hold -> Sum.NONE;
            case WindowDecision.Forget forget -> Sum.NONE;
        };
        return new Outlook(decision, known.neverHeard(), atMost);
    }

    private Sum sum(GroupFacts facts, boolean template) {
        if (facts.members().isEmpty() && facts.times().confirmed() == null) {
            Sum one = costs.atMost(template, null);
            return new Sum(one.deliveries() * FULL_GROUP, one.micros() * FULL_GROUP, one.unpriced() * FULL_GROUP);
        }
        return facts.members().stream().map(person -> costs.atMost(template, person.member().phone()))
                .reduce(Sum.NONE, Sum::plus);
    }
}
