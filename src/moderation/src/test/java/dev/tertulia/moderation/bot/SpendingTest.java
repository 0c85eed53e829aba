package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.fleet.Counters;
import dev.tertulia.fleet.ForwardingCounters;
import dev.tertulia.moderation.backtest.EventTimeCounters;
import dev.tertulia.moderation.rules.Budget;
import dev.tertulia.moderation.rules.Policy;

import static org.assertj.core.api.Assertions.assertThat;

/** Policies do not spend more than their budgets, whatever other replicas do meanwhile. */
class SpendingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final EventTimeCounters store = new EventTimeCounters();

    private static Policy policy(int deliveries) {
        return new Policy("p", new Policy.Groups.Every(), null,
                new Budget(deliveries, Duration.ofDays(1), Budget.Instead.NOTE), List.of());
    }

    private static Spending event(Counters counters, String key, Instant at, boolean again) {
        return new Spending(counters, new Spending.Recipients(key, at, again, 4));
    }

    private Spending event(String key) {
        return event(store, key, NOW, false);
    }

    @Test
    void aMessageCostsADeliveryForEachMember() {
        assertThat(event("1").allows(policy(8), 1)).isTrue();
        assertThat(event("2").allows(policy(8), 1)).isTrue();
        assertThat(event("3").allows(policy(8), 1)).isFalse();
        assertThat(event(store, "4", NOW.plus(Duration.ofDays(1)).plusSeconds(1), false).allows(policy(8), 1)).isTrue();
    }

    @Test
    void severalMessagesOfAnEventCount() {
        assertThat(event("1").allows(policy(11), 3)).isFalse();
        assertThat(event("2").allows(policy(11), 2)).isTrue();
        assertThat(event("3").allows(policy(11), 1)).isFalse();
    }

    @Test
    void anEventThatIsHandledAgainCostsOnce() {
        assertThat(event("1").allows(policy(4), 1)).isTrue();

        assertThat(event(store, "1", NOW, true).allows(policy(4), 1)).isTrue();
        assertThat(event("2").allows(policy(4), 1)).isFalse();
    }

    @Test
    void anEventThatIsLateFindsWhatLaterOnesHaveSpent() {
        assertThat(event("1").allows(policy(4), 1)).isTrue();

        assertThat(event(store, "2", NOW.minusSeconds(60), false).allows(policy(4), 1)).isFalse();
    }

    /** Another replica does all it does between two calls of this one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void replicasTogetherKeepToTheBudget(int call) {
        List<Boolean> other = new ArrayList<>();
        Counters interrupted = new ForwardingCounters() {

            private int calls;

            @Override
            protected Counters answering() {
                calls++;
                if (calls == call) {
                    other.add(event("other").allows(policy(4), 1));
                }
                return store;
            }
        };

        boolean one = event(interrupted, "one", NOW, false).allows(policy(4), 1);

        assertThat(other).as("what the other one may").containsExactly(!one);
    }
}
