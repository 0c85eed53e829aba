package dev.tertulia.window;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.bot.Template;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Kind;
import dev.tertulia.store.memory.MemoryStore;

import static dev.tertulia.message.Events.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class WindowRuleTest {

    private static final WhenShut HOLD = new WhenShut.Hold(Duration.ofHours(3));
    private static final Template TEMPLATE = Template.of("hello");

    private final WindowRule rule = new WindowRule(Duration.ofMinutes(2));

    @Test
    void aMessageOpensItForADayFromItsOwnTime() {
        assertThat(WindowRule.shutsAt(NOW.minusSeconds(60), NOW)).isEqualTo(NOW.plus(Duration.ofHours(24))
                .minusSeconds(60));
    }

    @Test
    void aMessageFromTheFutureOpensItFromNow() {
        assertThat(WindowRule.shutsAt(NOW.plusSeconds(60), NOW)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void itCountsAsShutAMarginBeforeItsEnd() {
        Optional<Instant> until = Optional.of(NOW.plus(Duration.ofMinutes(2)));

        assertThat(rule.isOpen(until, NOW.minusMillis(1))).isTrue();
        assertThat(rule.isOpen(until, NOW)).isFalse();
        assertThat(rule.isOpen(Optional.empty(), NOW)).isFalse();
    }

    @Test
    void openMeansFreeForm() {
        for (WhenShut whenShut : List.of(HOLD, new WhenShut.UseTemplate(TEMPLATE), new WhenShut.Drop())) {
            assertThat(rule.choose(whenShut, true, NOW, NOW)).isEqualTo(new WindowDecision.SendFreeForm());
        }
    }

    @Test
    void shutMeansWhatTheNoticeSays() {
        Instant holdUntil = NOW.plusSeconds(1);

        assertThat(rule.choose(new WhenShut.UseTemplate(TEMPLATE), false, NOW, NOW))
                .isEqualTo(new WindowDecision.SendTemplate(TEMPLATE));
        assertThat(rule.choose(HOLD, false, NOW, holdUntil)).isEqualTo(new WindowDecision.HoldUntil(holdUntil));
        assertThat(rule.choose(HOLD, false, NOW, NOW))
                .isEqualTo(new WindowDecision.Forget("held for PT3H, and nobody wrote"));
        assertThat(rule.choose(new WhenShut.Drop(), false, NOW, NOW))
                .isEqualTo(new WindowDecision.Forget("the window is shut, and it says orDrop()"));
    }

    static List<Event> whatOpensNothing() {
        Events in = Events.in("G");
        return List.of(in.joins(), in.leaves(), in.isRemoved(), in.asksToJoin("1"), in.revokes("1"), in.created("Tea"),
                in.deleted(), in.renamed("Cake"), in.suspended(), in.cleared(), in.reacts("wamid.1", "👍"),
                in.failed(Kind.REMOVE), in.status(State.READ, "wamid.1", null), in.failed("wamid.1", null, 1));
    }

    @ParameterizedTest
    @MethodSource("whatOpensNothing")
    void onlyWhatAPersonWritesOpensIt(Event event) {
        MemoryStore store = new MemoryStore();

        store.inbox().accept(List.of(event), NOW);
        assertThat(store.windows().openUntil("G")).isEmpty();

        store.inbox().accept(List.of(Events.in("G").poll()), NOW);
        assertThat(store.windows().openUntil("G")).contains(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void whatWasSeenBeforeDoesNotOpenItAgain() {
        MemoryStore store = new MemoryStore();
        Event message = Events.in("G").at(NOW.plusSeconds(60)).says("hi");
        store.inbox().accept(List.of(message), NOW);

        store.inbox().accept(List.of(message), NOW.plus(Duration.ofHours(1)));

        assertThat(store.windows().openUntil("G")).contains(NOW.plus(Duration.ofHours(24)));
    }
}
