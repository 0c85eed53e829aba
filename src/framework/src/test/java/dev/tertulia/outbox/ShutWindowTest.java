package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.action.Message;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.MessageStatus.State;

import static dev.tertulia.outbox.OutboxBench.DROP;
import static dev.tertulia.outbox.OutboxBench.HOLD;
import static dev.tertulia.outbox.OutboxBench.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

/** Free-form inside the window only, decided at the moment of sending. */
class ShutWindowTest {

    private static final Duration OPEN = Duration.ofHours(24).minusMinutes(2);

    private final OutboxBench bench = new OutboxBench();

    @Test
    void whatNobodyOpenedIsShut() {
        bench.add("G", "one", TEMPLATE);
        bench.add("H", "two", HOLD);
        bench.add("I", "three", DROP);

        bench.settle();

        assertThat(bench.said()).containsExactly("template hello");
        assertThat(bench.journal(Step.HELD)).containsExactly("the window is shut");
        assertThat(bench.journal(Step.DROPPED)).containsExactly("the window is shut, and it says orDrop()");
    }

    @Test
    void itCountsWhenItLeaves() {
        bench.opens("G");
        bench.add("G", "one", TEMPLATE);

        bench.advance(OPEN);

        assertThat(bench.said()).containsExactly("template hello");
    }

    @Test
    void itIsOpenUntilTwoMinutesBeforeItsEnd() {
        bench.opens("G");
        bench.add("G", "one", TEMPLATE);

        bench.advance(OPEN.minusMillis(1));

        assertThat(bench.said()).containsExactly("one");
    }

    @Test
    void itOpensFromTheTimeOfTheMessage() {
        bench.happens(Events.in("G").at(Events.NOW.minus(OPEN)).says("from yesterday"));
        bench.add("G", "one", TEMPLATE);

        bench.settle();

        assertThat(bench.said()).containsExactly("template hello");
    }

    @Test
    void whatIsHeldLeavesInItsOrderWhenSomebodyWrites() {
        bench.add("G", "one", HOLD);
        bench.add("G", "two", HOLD);
        bench.settle();
        bench.advance(Duration.ofHours(1));
        assertThat(bench.said()).isEmpty();
        bench.add("G", "three", HOLD);

        bench.opens("G");

        assertThat(bench.said()).containsExactly("one", "two", "three");
    }

    @Test
    void whatIsHeldInOneGroupStaysWhenSomebodyWritesInAnother() {
        bench.add("G", "one", HOLD);
        bench.settle();

        bench.opens("H");

        assertThat(bench.said()).isEmpty();
    }

    @Test
    void onlyWhatAPersonWritesReleasesIt() {
        bench.add("G", "one", HOLD);
        bench.settle();

        for (Event event : new Event[]{Events.in("G").joins(), Events.in("G").reacts("wamid.1", "👍"),
                Events.in("G").status(State.READ, "wamid.1", null)}) {
            bench.happens(event);
        }

        assertThat(bench.said()).isEmpty();
    }

    @Test
    void whatIsHeldForAsLongAsItMayIsDropped() {
        bench.add("G", "one", HOLD);
        bench.settle();

        bench.advance(Duration.ofHours(12));
        bench.opens("G");

        assertThat(bench.said()).isEmpty();
        assertThat(bench.journal(Step.DROPPED)).containsExactly("held for PT12H, and nobody wrote");
    }

    @Test
    void eachIsHeldForItsOwnTime() {
        bench.add("G", "for long", HOLD);
        bench.add("G", "for an hour", new WhenShut.Hold(Duration.ofHours(1)));
        bench.settle();

        bench.advance(Duration.ofHours(2));
        assertThat(bench.journal(Step.DROPPED)).containsExactly("held for PT1H, and nobody wrote");

        bench.opens("G");
        assertThat(bench.said()).containsExactly("for long");
    }

    @Test
    void whatExpiredIsNotSentAtAll() {
        bench.opens("G");
        bench.add("G", new Message.FreeForm(new Body.Text("one"), null), Priority.NOTICE, TEMPLATE,
                bench.clock.instant().plusSeconds(60));

        bench.advance(Duration.ofSeconds(61));

        assertThat(bench.said()).isEmpty();
        assertThat(bench.journal(Step.DROPPED)).containsExactly("it expired before it could leave");
    }

    @Test
    void whatWhatsAppRefusesBecauseOfItTakesItsOtherForm() {
        bench.opens("G");
        bench.graph.thenRefuses(400, 131047);
        bench.add("G", "one", TEMPLATE);
        bench.add("G", "two", TEMPLATE);

        bench.settle();

        assertThat(bench.said()).containsExactly("one", "template hello", "template hello");
    }

    @Test
    void whatFailsLateBecauseOfItTakesItsOtherForm() {
        bench.opens("G");
        String id = bench.add("G", "one", TEMPLATE);
        bench.settle();

        bench.happens(Events.in("G").failed("wamid.out1", id, 131047));
        bench.add("G", "two", TEMPLATE);
        bench.settle();

        assertThat(bench.said()).containsExactly("one", "template hello", "template hello");
        assertThat(bench.journal(Step.WAITING)).containsExactly("131047 Window is shut: More than 24 hours have passed"
                + " since somebody wrote in the group. Nothing; the fallback of the notice is taken.");
    }

    @Test
    void whatFailsLateLeavesAsItIsIfSomebodyHasWrittenSince() {
        bench.opens("G");
        String id = bench.add("G", "one", TEMPLATE);
        bench.settle();
        Instant failed = bench.clock.instant();
        bench.advance(Duration.ofMinutes(1));
        bench.opens("G");

        bench.happens(Events.in("G").at(failed).failed("wamid.out1", id, 131047));
        bench.add("G", "two", TEMPLATE);
        bench.settle();

        assertThat(bench.said()).containsExactly("one", "one", "two");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatFailsLateIsFoundByOurIdOrByWhatsApps(boolean byOurs) {
        bench.opens("G");
        String id = bench.add("G", "one", TEMPLATE);
        bench.settle();

        bench.happens(Events.in("G").failed(byOurs ? "?" : "wamid.out1", byOurs ? id : null, 131047));

        assertThat(bench.said()).containsExactly("one", "template hello");
    }

    @Test
    void whatFailsLateIsTakenUpOnce() {
        bench.opens("G");
        String id = bench.add("G", "one", HOLD);
        bench.settle();

        bench.happens(Events.in("G").failed("wamid.out1", id, 131047));
        bench.happens(Events.in("G").failed("wamid.out1", id, 131047));
        bench.opens("G");

        assertThat(bench.said()).containsExactly("one", "one");
    }

    @Test
    void whatFailsLateForGoodIsADeadLetterWithItsCause() {
        bench.opens("G");
        String id = bench.add("G", "one", TEMPLATE);
        bench.settle();

        bench.happens(Events.in("G").failed("wamid.out1", id, 131026));

        assertThat(bench.said()).containsExactly("one");
        assertThat(bench.journal(Step.DEAD)).singleElement().asString().startsWith("131026 Undeliverable");
    }

    @Test
    void whatFailsLateWithoutAReasonIsADeadLetterToo() {
        bench.opens("G");
        String id = bench.add("G", "one", TEMPLATE);
        bench.settle();

        bench.happens(Events.in("G").status(State.FAILED, "wamid.out1", id));

        assertThat(bench.said()).containsExactly("one");
        assertThat(bench.journal(Step.DEAD))
                .containsExactly("WhatsApp reports that it failed, and does not say why");
    }
}
