package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.tertulia.inbox.StoreAway;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.window.WindowRule;
import dev.tertulia.window.Windows;

import static dev.tertulia.outbox.OutboxBench.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

/** A store that goes away while an entry is in hand does not block its group. */
class StoreAwayTest implements Windows {

    private final OutboxBench bench = new OutboxBench();
    private boolean away;

    @Override
    public Optional<Instant> openUntil(String group) {
        if (away) {
            throw new StoreAway("the store is away", new IllegalStateException());
        }
        return Optional.empty();
    }

    @Override
    public void shut(String group, Instant now) {
        throw new UnsupportedOperationException();
    }

    private Pump pump() {
        Throttle throttle = new Throttle(bench.messages, bench.operations,
                nanos -> bench.clock.advance(Duration.ofNanos(nanos)));
        return new Outbox(new OutboxParts(Events.NUMBER, bench.store.outbox(), this,
                new WindowRule(WindowRule.USUAL_MARGIN), throttle, bench.graph, OutboxSettings.USUAL, bench.clock,
                bench.journal), "this replica", new Random(1)).pump();
    }

    @Test
    void anEntryIsTriedAgainWhenTheStoreIsBack() {
        Pump pump = pump();
        pump.lead();
        bench.add("G", "one", TEMPLATE);

        away = true;
        pump.pump(LaneKind.MESSAGES, Runnable::run);
        assertThat(bench.said()).isEmpty();
        assertThat(bench.journal(Step.WAITING)).containsExactly("the store is away");

        away = false;
        bench.clock.advance(Duration.ofSeconds(1));
        pump.pump(LaneKind.MESSAGES, Runnable::run);
        assertThat(bench.said()).containsExactly("template hello");
    }
}
