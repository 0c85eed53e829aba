package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.message.Event;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Member;

import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.origin;
import static org.assertj.core.api.Assertions.assertThat;

/** What is promised of windows: the inbox opens them by what participants wrote, an error shuts them. */
public interface WindowsContract extends StoreContract {

    Duration DAY = Duration.ofHours(24);

    private void accept(Event event) {
        assertThat(stores().inbox().accept(List.of(event), NOW)).isEqualTo(1);
    }

    private void assertOpenUntil(Instant moment) {
        assertThat(stores().windows().knownOpenUntil("g").filter(known -> known.isAfter(moment))).isEmpty();
        assertThat(stores().windows().openUntil("g")).contains(moment);
    }

    @Test
    default void knowsNoWindowWhereNobodyWrote() {
        accept(message("other", "a"));

        assertThat(stores().windows().openUntil("g")).isEmpty();
    }

    @Test
    default void listsWhereSomebodyWroteTheLatestFirst() {
        accept(message("early", "a", NOW.minusSeconds(60)));
        accept(message("late", "b", NOW));
        accept(message("earliest", "c", NOW.minusSeconds(120)));

        assertThat(stores().windows().latest(2)).containsExactly("late", "early");
    }

    @Test
    default void opensByTheTimeOfTheMessage() {
        Instant written = NOW.minus(Duration.ofHours(3));
        accept(message("g", "a", written));

        assertOpenUntil(written.plus(DAY));
    }

    @Test
    default void neverMovesBackwards() {
        accept(message("g", "a", NOW));
        accept(message("g", "late", NOW.minus(Duration.ofHours(5))));
        assertOpenUntil(NOW.plus(DAY));

        accept(message("g", "even later", NOW.minus(Duration.ofDays(3))));
        assertOpenUntil(NOW.plus(DAY));
    }

    @Test
    default void extendsWithEachMessage() {
        accept(message("g", "a", NOW.minusSeconds(60)));
        accept(message("g", "b", NOW));

        assertOpenUntil(NOW.plus(DAY));
    }

    @Test
    default void takesAMessageFromTheFutureForNow() {
        accept(message("g", "a", NOW.plus(Duration.ofDays(400))));

        assertOpenUntil(NOW.plus(DAY));
    }

    @Test
    default void tellsWhenAWindowHasShut() {
        accept(message("g", "a", NOW.minus(Duration.ofDays(3))));

        assertOpenUntil(NOW.minus(Duration.ofDays(2)));
    }

    @Test
    default void staysShutForAJoin() {
        accept(new Joined(origin("g", "a", NOW), Member.ofPhone("4915112345678"), false));

        assertThat(stores().windows().openUntil("g")).isEmpty();
    }

    @Test
    default void shutsAtOnce() {
        accept(message("g", "a"));

        stores().windows().shut("g", NOW.plusSeconds(1));

        assertOpenUntil(NOW.plusSeconds(1));
    }

    @Test
    default void staysOpenIfAMessageCameAfterTheReport() {
        accept(message("g", "a", NOW.minusSeconds(60)));
        accept(message("g", "b", NOW));

        assertThat(stores().windows().shut("g", NOW.minusSeconds(1))).isFalse();

        assertOpenUntil(NOW.plus(DAY));
        assertThat(stores().windows().shut("g", NOW)).isTrue();
    }

    @Test
    default void opensAgainAfterItWasShut() {
        accept(message("g", "a", NOW.minusSeconds(60)));
        stores().windows().shut("g", NOW);

        accept(message("g", "b", NOW));

        assertOpenUntil(NOW.plus(DAY));
    }

    @Test
    default void doesNotOpenByShutting() {
        accept(message("g", "a", NOW.minus(Duration.ofDays(2))));

        stores().windows().shut("g", NOW);
        stores().windows().shut("other", NOW);

        assertOpenUntil(NOW.minus(Duration.ofDays(1)));
        assertThat(stores().windows().openUntil("other")).isEmpty();
    }
}
