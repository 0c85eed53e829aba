package dev.tertulia.operator;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.bot.Notice;
import dev.tertulia.broadcast.Cost;
import dev.tertulia.broadcast.Estimate;
import dev.tertulia.costs.Costs;
import dev.tertulia.costs.Sum;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.store.BroadcastStore;
import dev.tertulia.store.BroadcastStore.Glance;
import dev.tertulia.store.StoredName;
import dev.tertulia.window.WindowDecision;
import dev.tertulia.window.WindowRule;

/** Estimates the cost of a notice to many groups from stored facts, without asking WhatsApp. */
public final class CostEstimator {

    private static final String FACTS = StoredName.of(GroupFacts.class);
    private static final int AT_ONCE = 500;
    private static final int FULL_GROUP = 8;

    private final BroadcastStore store;
    private final WindowRule rule;
    private final Costs costs;
    private final InstantSource clock;
    private final ObjectMapper json;

    public CostEstimator(BroadcastStore store, WindowRule rule, Costs costs, InstantSource clock, ObjectMapper json) {
        this.store = store;
        this.rule = rule;
        this.costs = costs;
        this.clock = clock;
        this.json = json;
    }

    Estimate estimate(Notice notice, List<String> groups) {
        Instant now = clock.instant();
        List<Outlook> outlooks = look(groups).stream().map(known -> outlook(notice, known, now)).toList();
        Sum atMost = outlooks.stream().map(Outlook::atMost).reduce(Sum.NONE, Sum::plus);
        return new Estimate(outlooks.size(), count(outlooks, WindowDecision.SendFreeForm.class),
                count(outlooks, WindowDecision.SendTemplate.class), count(outlooks, WindowDecision.HoldUntil.class),
                count(outlooks, WindowDecision.Forget.class),
                (int) outlooks.stream().filter(Outlook::neverHeard).count(),
                new Cost(atMost.deliveries(), atMost.money(), atMost.unpriced()), costs.currency());
    }

    List<String> deleted(List<String> groups) {
        return look(groups).stream().filter(known -> known.facts().times().deleted() != null).map(GroupState::group)
                .toList();
    }

    private record GroupState(String group, Optional<Instant> openUntil, GroupFacts facts) {

        boolean neverHeard() {
            return openUntil.isEmpty() && facts.equals(GroupFacts.NONE);
        }
    }

    private List<GroupState> look(List<String> groups) {
        List<GroupState> all = new ArrayList<>();
        for (int from = 0; from < groups.size(); from += AT_ONCE) {
            List<String> some = groups.subList(from, Math.min(from + AT_ONCE, groups.size()));
            List<Glance> glances = store.glance(some, FACTS);
            for (int i = 0; i < some.size(); i++) {
                all.add(new GroupState(some.get(i), glances.get(i).openUntil(), read(glances.get(i).facts())));
            }
        }
        return all;
    }

    /** Facts that another version wrote and this one cannot read are unknown. */
    private GroupFacts read(Optional<String> facts) {
        try {
            return facts.isEmpty() ? GroupFacts.NONE : json.readValue(facts.get(), GroupFacts.class);
        } catch (IOException e) {
            return GroupFacts.NONE;
        }
    }

    /** The expected outcome of the notice in one group. */
    private record Outlook(WindowDecision decision, boolean neverHeard, Sum atMost) {}

    private static int count(List<Outlook> outlooks, Class<? extends WindowDecision> decision) {
        return (int) outlooks.stream().filter(outlook -> decision.isInstance(outlook.decision())).count();
    }

    private Outlook outlook(Notice notice, GroupState known, Instant now) {
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
