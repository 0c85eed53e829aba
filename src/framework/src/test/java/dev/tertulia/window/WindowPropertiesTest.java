package dev.tertulia.window;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import dev.tertulia.message.Events;
import dev.tertulia.store.memory.MemoryStore;

import static org.assertj.core.api.Assertions.assertThat;

/** However messages come in and clocks move, a window is never thought open when it is not, and never moves back. */
class WindowPropertiesTest {

    private static final Duration MARGIN = WindowRule.USUAL_MARGIN;
    private static final int HOURS = 60;

    /**
     * A message that arrives.
     *
     * @param written minutes after the start at which it was written
     * @param arrives minutes that pass before it arrives, after the one before it
     */
    private record Arrival(int written, int arrives) {

        Instant writtenAt() {
            return Events.NOW.plus(Duration.ofMinutes(written));
        }
    }

    @Provide
    Arbitrary<List<Arrival>> arrivals() {
        Arbitrary<Integer> written = Arbitraries.integers().between(-HOURS * 60, HOURS * 60);
        Arbitrary<Integer> arrives = Arbitraries.integers().between(-10, 10 * 60);
        return Combinators.combine(written, arrives).as(Arrival::new).list().ofMaxSize(20);
    }

    @Property
    void isNeverOpenLaterThanADayAfterTheLastMessage(@ForAll("arrivals") List<Arrival> arrivals) {
        MemoryStore store = new MemoryStore();
        WindowRule rule = new WindowRule(MARGIN);
        Instant now = Events.NOW;
        Instant latest = Instant.MIN;

        for (Arrival arrival : arrivals) {
            now = now.plus(Duration.ofMinutes(arrival.arrives()));
            Instant written = arrival.writtenAt();
            store.inbox().accept(List.of(Events.in("G").at(written).says("hi")), now);
            Instant counts = written.isAfter(now) ? now : written;
            latest = counts.isAfter(latest) ? counts : latest;

            Optional<Instant> openUntil = store.windows().openUntil("G");
            Instant shuts = latest.plus(Duration.ofHours(24)).minus(MARGIN);
            assertThat(rule.isOpen(openUntil, shuts)).isFalse();
            assertThat(rule.isOpen(openUntil, shuts.minusMillis(1))).isTrue();
            assertThat(rule.isOpen(openUntil, now)).isEqualTo(now.isBefore(shuts));
        }
    }

    @Property
    void neverMovesBack(@ForAll("arrivals") List<Arrival> arrivals) {
        MemoryStore store = new MemoryStore();
        Instant now = Events.NOW;
        Instant before = Instant.MIN;

        for (Arrival arrival : arrivals) {
            now = now.plus(Duration.ofMinutes(arrival.arrives()));
            store.inbox().accept(List.of(Events.in("G").at(arrival.writtenAt()).says("hi")), now);

            Instant openUntil = store.windows().openUntil("G").orElseThrow();
            assertThat(openUntil).isAfterOrEqualTo(before);
            before = openUntil;
        }
    }

    @Property
    void theOrderOfOneDeliveryDoesNotMatter(@ForAll("arrivals") List<Arrival> arrivals) {
        MemoryStore forwards = new MemoryStore();
        MemoryStore backwards = new MemoryStore();
        Instant now = Events.NOW.plus(Duration.ofHours(HOURS));

        for (Arrival arrival : arrivals) {
            forwards.inbox().accept(List.of(Events.in("G").at(arrival.writtenAt()).says("hi")), now);
        }
        for (Arrival arrival : arrivals.reversed()) {
            backwards.inbox().accept(List.of(Events.in("G").at(arrival.writtenAt()).says("hi")), now);
        }

        assertThat(forwards.windows().openUntil("G")).isEqualTo(backwards.windows().openUntil("G"));
    }

    @Property
    void staysShutOnceWhatsAppSaysSoUntilSomebodyWritesAnew(@ForAll("arrivals") List<Arrival> arrivals) {
        MemoryStore store = new MemoryStore();
        WindowRule rule = new WindowRule(MARGIN);
        Instant now = Events.NOW.plus(Duration.ofHours(HOURS));
        for (Arrival arrival : arrivals) {
            store.inbox().accept(List.of(Events.in("G").at(arrival.writtenAt()).says("hi")), now);
        }

        store.windows().shut("G", now);
        assertThat(rule.isOpen(store.windows().openUntil("G"), now)).isFalse();

        store.inbox().accept(List.of(Events.in("G").at(now.plusSeconds(1)).says("hi")), now.plusSeconds(1));
        assertThat(rule.isOpen(store.windows().openUntil("G"), now.plusSeconds(1))).isTrue();
    }
}
