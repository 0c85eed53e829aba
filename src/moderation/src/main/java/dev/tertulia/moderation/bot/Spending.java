package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.tertulia.bot.Turn;
import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;
import dev.tertulia.fleet.Counters;
import dev.tertulia.moderation.rules.Budget;
import dev.tertulia.moderation.rules.Policy;

/**
 * The deliveries that policies cause by their messages to groups, against their budgets. A message is booked before it is
 * given, and given only if all that is booked fits; so replicas that book at the same time never spend too much.
 *
 * @param group what the messages go to
 */
record Spending(Counters counters, Recipients group) implements Allowance {

    private static final int LARGEST_GROUP = 8;
    /** Events of other groups may be ahead of this one, whose counters end at its own time. */
    private static final Duration AHEAD = Duration.ofHours(1);

    /**
     * Where messages go, and for which event.
     *
     * @param key   of the event
     * @param again whether the event is handled again, so that its messages may be booked already
     * @param size  the number of members
     */
    record Recipients(String key, Instant at, boolean again, int size) {}

    static Spending of(Counters counters, Turn turn) {
        return new Spending(counters, new Recipients(turn.key(), turn.event().at(), turn.attempt() > 1,
                Math.max(1, turn.group().members().size())));
    }

    @Override
    public boolean allows(Policy policy, int messages) {
        Budget budget = policy.budget();
        if (budget == null || messages == 0) {
            return true;
        }
        String name = "moderation-budget " + policy.name();
        long more = (long) messages * group.size();
        if (!group.again() && spent(name, budget) + more > budget.deliveries()) {
            return false;
        }
        Counter booking = new Counter(name, budget.within(), Integer.toString(group.size()));
        for (int message = 0; message < messages; message++) {
            counters.count(group.key() + "/" + message, group.at(), List.of(booking));
        }
        return spent(name, budget) <= budget.deliveries();
    }

    /** Entries whose size is not known any more count as the largest. */
    private long spent(String name, Budget budget) {
        Count count = counters.count(group.key(), group.at().plus(AHEAD),
                List.of(Counter.reading(name, budget.within().plus(AHEAD)))).getFirst();
        return count.values().stream().mapToLong(Long::parseLong).sum()
                + (count.entries() - count.values().size()) * LARGEST_GROUP;
    }
}
