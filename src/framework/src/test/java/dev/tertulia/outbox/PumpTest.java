package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.outbox.OutboxBench.DROP;
import static dev.tertulia.outbox.OutboxBench.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

/** Exactly one pump of a number sends at a time, and dead letters say why. */
class PumpTest {

    private final OutboxBench bench = new OutboxBench();

    @Test
    void onlyOneLeads() {
        Pump other = bench.outbox("another replica", bench.graph).pump();

        assertThat(bench.outbox.pump().lead()).isTrue();
        assertThat(other.lead()).isFalse();

        bench.outbox.pump().resign();

        assertThat(other.lead()).isTrue();
        assertThat(bench.outbox.pump().lead()).isFalse();
    }

    @Test
    void whoDoesNotLeadSendsNothing() {
        Pump other = bench.outbox("another replica", bench.graph).pump();
        bench.add("G", "one", TEMPLATE);
        other.lead();

        assertThat(other.pump(LaneKind.MESSAGES, Runnable::run)).isZero();
        assertThat(bench.said()).isEmpty();
    }

    @Test
    void whoLostTheLeadWritesNothing() {
        bench.add("G", "one", TEMPLATE);
        List<Runnable> late = new ArrayList<>();
        bench.outbox.pump().pump(LaneKind.MESSAGES, late::add);
        bench.store.outbox().release(bench.store.outbox().lease("this replica", Duration.ofSeconds(5)).getAsLong());
        Outbox other = bench.outbox("another replica", bench.graph);
        other.pump().lead();

        late.forEach(Runnable::run);
        other.pump().pump(LaneKind.MESSAGES, Runnable::run);

        assertThat(bench.said()).containsExactly("template hello");
    }

    @Test
    void aLeaderAfterAnotherWaitsASecondBeforeItsFirstSend() {
        bench.add("G", "one", TEMPLATE);
        bench.outbox.pump().resign();
        Instant before = bench.clock.instant();
        bench.outbox.pump().lead();

        bench.settle();

        assertThat(Duration.between(before, bench.clock.instant())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void oneOfAGroupIsOnItsWayAtATime() {
        bench.add("G", "one", TEMPLATE);
        bench.add("G", "two", TEMPLATE);
        List<Runnable> onTheirWay = new ArrayList<>();

        bench.outbox.pump().pump(LaneKind.MESSAGES, onTheirWay::add);
        bench.outbox.pump().pump(LaneKind.MESSAGES, onTheirWay::add);

        assertThat(onTheirWay).hasSize(1);
    }

    @Test
    void aDeadLetterSaysWhyAndItsGroupGoesOn() {
        bench.opens("G");
        bench.graph.thenRefuses(400, 131009);
        String id = bench.add("G", "one", DROP);
        bench.add("G", "two", DROP);

        bench.settle();

        assertThat(bench.said()).containsExactly("one", "two");
        assertThat(bench.journal.entries()).filteredOn(entry -> entry.step() == Step.DEAD)
                .containsExactly(
                        new Journal.Entry(Step.DEAD, "106540352242922", "G", id, "131009 Parameter not valid: A"
                                + " value in the request is not one that WhatsApp takes. Read the details in the dead letter."));
    }

    @Test
    void aTemplateThatDoesNotExistIsADeadLetter() {
        bench.graph.thenRefuses(404, 132001);
        bench.add("G", "one", TEMPLATE);

        bench.settle();

        assertThat(bench.journal(Step.DEAD)).singleElement().asString().startsWith("132001 No such template");
    }
}
