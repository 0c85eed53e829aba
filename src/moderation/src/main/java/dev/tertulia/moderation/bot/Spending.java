package dev.tertulia.moderation.bot;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.tertulia.bot.Turn;
import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;
import dev.tertulia.fleet.Counters;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.rules.Budget;
import dev.tertulia.moderation.rules.Policy;

/** The deliveries that policies cause by their answers in groups, against their budgets. */
final class Spending {

    private static final int LARGEST_GROUP = 8;

    private final Counters counters;

    Spending(Counters counters) {
        this.counters = counters;
    }

    /** Books the answers of these hits, and returns the names of the policies that may not give them. */
    Set<String> book(Turn turn, List<Hit> hits) {
        Set<String> over = new HashSet<>();
        for (Policy policy : Deeds.speaking(hits)) {
            Budget budget = policy.budget();
            if (budget != null && !fits(turn, policy, budget)) {
                over.add(policy.name());
            }
        }
        return over;
    }

    private boolean fits(Turn turn, Policy policy, Budget budget) {
        String name = "moderation-budget " + policy.name();
        Instant at = turn.event().at();
        int more = Math.max(1, turn.group().members().size());
        Count before = counters.count(turn.key(), at, List.of(Counter.reading(name, budget.within()))).getFirst();
        if (spent(before) + more > budget.deliveries()) {
            return false;
        }
        counters.count(turn.key(), at, List.of(new Counter(name, budget.within(), Integer.toString(more))));
        return true;
    }

    /** Entries whose size is not known any more count as the largest. */
    private static long spent(Count count) {
        return count.values().stream().mapToLong(Long::parseLong).sum()
                + (count.entries() - count.values().size()) * LARGEST_GROUP;
    }
}
