package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.tertulia.journal.Step;
import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.throttle.LaneKind;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.window.WindowRule;
import dev.tertulia.window.Windows;

import static dev.tertulia.outbox.OutboxBench.HOLD;
import static dev.tertulia.outbox.OutboxBench.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

/** What the store does while an entry is in hand: it goes away, or a window opens. Neither blocks the group. */
class MeanwhileTest implements Windows {

    private final OutboxBench bench = new OutboxBench();
    private boolean away;
    private boolean shut = true;
    private boolean opensNow;

    @Override
    public List<String> latest(int atMost) {
        return List.of();
    }

    @Override
    public Optional<Instant> openUntil(String group) {
        if (away) {
            throw new StoreUnavailable("the store is away", new IllegalStateException());
        }
        boolean open = !shut;
        shut = shut && !opensNow;
        return open ? Optional.of(bench.clock.instant().plus(Duration.ofHours(1))) : Optional.empty();
    }

    @Override
    public boolean shut(String group, Instant reported) {
        throw new StoreUnavailable("the store is away", new IllegalStateException());
    }

    private Pump pump() {
        Throttle throttle = new Throttle(bench.messages, bench.operations,
                nanos -> bench.clock.advance(Duration.ofNanos(nanos)));
        return new Outbox(bench.context(), bench.store.outbox(),
                new SendRules(this, new WindowRule(WindowRule.USUAL_MARGIN), bench.costs),
                new SendChannel(bench.graph, throttle, bench.operations()), OutboxSettings.USUAL,
                new Replica("this replica", new Random(1))).pump();
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

    @Test
    void aRefusalIsTriedAgainWhenItsMeaningCannotBeWritten() {
        shut = false;
        Pump pump = pump();
        pump.lead();
        bench.graph.thenRefuses(400, 131047);
        bench.add("G", "one", TEMPLATE);

        pump.pump(LaneKind.MESSAGES, Runnable::run);
        assertThat(bench.journal(Step.WAITING)).containsExactly("the store is away");

        bench.clock.advance(Duration.ofSeconds(1));
        pump.pump(LaneKind.MESSAGES, Runnable::run);
        assertThat(bench.said()).containsExactly("one", "one");
    }

    @Test
    void aWindowThatOpensMeanwhileLetsGoOfWhatWasJustHeld() {
        opensNow = true;
        Pump pump = pump();
        pump.lead();
        bench.add("G", "one", HOLD);

        pump.pump(LaneKind.MESSAGES, Runnable::run);
        assertThat(bench.journal(Step.HELD)).hasSize(1);
        pump.pump(LaneKind.MESSAGES, Runnable::run);

        assertThat(bench.said()).containsExactly("one");
    }
}
