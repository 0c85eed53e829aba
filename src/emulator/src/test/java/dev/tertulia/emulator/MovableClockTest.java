package dev.tertulia.emulator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MovableClockTest {

    @Test
    void stoppedClockMovesOnlyWhenItIsMoved() {
        var clock = MovableClock.stoppedAt(Stage.START);

        clock.advance(Duration.ofHours(25));

        assertThat(clock.instant()).isEqualTo(Stage.START.plus(Duration.ofHours(25)));
    }

    @Test
    void tickingClockIsAheadByWhatWasAdded() {
        var clock = MovableClock.ticking();

        clock.advance(Duration.ofDays(1));

        assertThat(Duration.between(Instant.now(), clock.instant())).isBetween(Duration.ofDays(1).minusMinutes(1),
                Duration.ofDays(1).plusMinutes(1));
    }

    @Test
    void thereIsNoWayBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MovableClock.stoppedAt(Stage.START).advance(Duration.ofHours(-1))).withMessage(
                        "The clock moves forward only, not by PT-1H. Start a new emulator to start afresh.");
    }

    @Test
    void stopsOnItsWayAtWhatHappensThen() {
        var clock = MovableClock.stoppedAt(Stage.START);
        var settled = new ArrayList<Duration>();
        clock.stopAt(new ClockStops() {
            @Override
            public Optional<Instant> after(Instant moment) {
                return Stream.of(7, 30, 3, 10).map(hours -> Stage.START.plus(Duration.ofHours(hours)))
                        .filter(due -> due.isAfter(moment)).min(Comparator.naturalOrder());
            }

            @Override
            public void settle() {
                settled.add(Duration.between(Stage.START, clock.instant()));
            }
        });

        clock.advance(Duration.ofHours(10));

        assertThat(settled).containsExactly(Duration.ZERO, Duration.ofHours(3), Duration.ofHours(7));
        assertThat(clock.instant()).isEqualTo(Stage.START.plus(Duration.ofHours(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P99999999999999D", "PT2562047788015215H"})
    void thereIsAnEnd(String duration) {
        var clock = MovableClock.stoppedAt(Stage.START);

        assertThatThrownBy(() -> clock.advance(Duration.parse(duration)))
                .isInstanceOfAny(DateTimeException.class, ArithmeticException.class);

        assertThat(clock.instant()).isEqualTo(Stage.START);
    }
}
