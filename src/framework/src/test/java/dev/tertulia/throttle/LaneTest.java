package dev.tertulia.throttle;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class LaneTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long ROUNDING = 1_000;

    private final AtomicLong clock = new AtomicLong();
    private final Lane lane = new Lane("messages", 80, clock::get);

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    /**
     * Nobody waits here: each permit says when it may be used. In any second there are no more of them than the rate
     * and one handful of a period, which the first period may add.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 7.3, 20, 80, 1000})
    void isNeverFasterThanItsRate(double rate) {
        Lane real = new Lane("real", rate, System::nanoTime);
        int handful = (int) Math.max(1, Math.floor(rate * 0.01));
        int most = (int) Math.ceil(rate) + handful;
        long[] earliest = new long[most * 4];
        long[] latest = new long[most * 4];

        for (int i = 0; i < earliest.length; i++) {
            long before = System.nanoTime();
            long wait = real.reserve();
            earliest[i] = before + wait;
            latest[i] = System.nanoTime() + wait;
        }

        for (int i = 0; i + most < earliest.length; i++) {
            assertThat(latest[i + most] - earliest[i]).as("permits %d to %d", i, i + most)
                    .isGreaterThanOrEqualTo(SECOND - ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 20, 80, 1000})
    void isAsFastAsItsRate(double rate) {
        Lane real = new Lane("real", rate, System::nanoTime);
        int permits = (int) rate * 3 + 1;

        long last = 0;
        for (int i = 0; i < permits; i++) {
            last = real.reserve();
        }

        assertThat(last).isLessThanOrEqualTo(Math.round(3 * SECOND / 0.995) + ROUNDING);
    }

    private void takes(int requests) {
        for (int i = 0; i < requests; i++) {
            lane.taken();
        }
    }

    @Test
    void goesAlongWithItsCeiling() {
        lane.limitTo(1_000);
        assertThat(lane.rate()).isEqualTo(1_000);
        lane.limitTo(20);
        assertThat(lane.rate()).isEqualTo(20);
        assertThat(lane.ceiling()).isEqualTo(20);
    }

    @Test
    void keepsWhatItLearnedWhenItsCeilingMoves() {
        lane.limitHit();
        lane.limitTo(1_000);
        assertThat(lane.rate()).isEqualTo(40);
        lane.limitTo(20);
        assertThat(lane.rate()).isEqualTo(20);
    }

    @Test
    void goesDownByHalfAtMost() {
        lane.limitHit();

        assertThat(lane.rate()).isEqualTo(40);
    }

    @Test
    void goesJustBelowWhatWasTakenInTheLastSecond() {
        takes(60);
        pass(Duration.ofMillis(900));

        assertThat(lane.limitHit()).isTrue();

        assertThat(lane.rate()).isEqualTo(58.2, within(1e-9));
    }

    @Test
    void forgetsWhatWasTakenBefore() {
        takes(60);
        pass(Duration.ofSeconds(1));
        takes(50);

        lane.limitHit();

        assertThat(lane.rate()).isEqualTo(48.5, within(1e-9));
    }

    @Test
    void restsTheLongerTheMoreItHasToSlowDown() {
        takes(80);
        lane.limitHit();
        assertThat(lane.reserve()).isEqualTo(SECOND / 20);

        pass(Duration.ofSeconds(2));
        lane.limitHit();
        assertThat(lane.reserve()).isCloseTo(SECOND / 2, within(SECOND / 100));
    }

    @Test
    void goesDownOnceASecond() {
        lane.limitHit();
        pass(Duration.ofMillis(999));
        assertThat(lane.limitHit()).isFalse();
        assertThat(lane.rate()).isEqualTo(40);

        pass(Duration.ofMillis(1));
        lane.limitHit();

        assertThat(lane.rate()).isEqualTo(20);
    }

    @Test
    void neverStandsStill() {
        for (int i = 0; i < 100; i++) {
            lane.limitHit();
            pass(Duration.ofSeconds(1));
        }

        assertThat(lane.rate()).isEqualTo(0.8);
    }

    @Test
    void climbsFasterTheLongerNothingWasRefused() {
        lane.limitHit();

        pass(Duration.ofSeconds(1));
        lane.reserve();
        double first = lane.rate() - 40;
        pass(Duration.ofSeconds(9));
        lane.reserve();
        double afterTen = lane.rate();
        pass(Duration.ofSeconds(1));
        lane.reserve();

        assertThat(first).isEqualTo(0.22, within(1e-9));
        assertThat(lane.rate() - afterTen).isEqualTo(0.42, within(1e-9));
    }

    @Test
    void isBackAtItsCeilingWithinAMinuteAndNoHigher() {
        lane.limitHit();

        pass(Duration.ofMinutes(1));
        lane.reserve();

        assertThat(lane.rate()).isEqualTo(80);
    }

    @Test
    void findsALimitThatNobodyToldItAndStaysNearIt() {
        int limit = 30;
        int refusals = 0;
        int taken = 0;
        for (int second = 0; second < 60; second++) {
            int inThisSecond = 0;
            long end = clock.get() + SECOND;
            while (clock.get() < end) {
                lane.reserve();
                clock.addAndGet(Math.round(SECOND / lane.rate()));
                if (inThisSecond++ < limit) {
                    lane.taken();
                    taken += second >= 30 ? 1 : 0;
                } else {
                    lane.limitHit();
                    refusals += second >= 30 ? 1 : 0;
                }
            }
        }

        assertThat(taken).as("taken in the second half").isGreaterThanOrEqualTo(limit * 30 * 9 / 10);
        assertThat(refusals).as("refused in the second half").isLessThan(limit * 30 / 20);
    }

    @Test
    void letsNothingThroughDuringAPause() {
        lane.pause(Duration.ofMinutes(1));
        lane.pause(Duration.ofSeconds(1));

        assertThat(lane.reserve()).isEqualTo(60 * SECOND);
        pass(Duration.ofSeconds(59));
        assertThat(lane.reserve()).isEqualTo(SECOND);
        pass(Duration.ofSeconds(1));
        assertThat(lane.reserve()).isLessThan(SECOND);
    }

    @Test
    void takesAPermitBack() {
        Lane slow = new Lane("slow", 1, clock::get);

        assertThat(slow.reserve()).isZero();
        slow.leave(Sleep.really()).close();

        assertThat(slow.reserve()).isZero();
        assertThat(slow.reserve()).isPositive();
    }

    @Test
    void aPermitThatCameBackIsNotUsedDuringAPause() {
        lane.leave(Sleep.really()).close();
        lane.pause(Duration.ofMinutes(1));

        assertThat(lane.reserve()).isEqualTo(60 * SECOND);
    }

    @Test
    void needsARate() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lane("messages", 0, clock::get))
                .withMessage("lane messages: 0.0 per second; write more than 0");
    }

    @Test
    void aPauseOfTheNumberIsOneOfBothLanes() {
        Lane operations = new Lane("operations", 1, clock::get);

        new Throttle(lane, operations, nanos -> {}).pause(Duration.ofMinutes(1));

        assertThat(lane.reserve()).isEqualTo(60 * SECOND);
        assertThat(operations.reserve()).isEqualTo(60 * SECOND);
    }

    @Test
    void aWaitEndsWhenTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Sleep.really().forNanos(Duration.ofHours(1).toNanos()))
                .withMessage("the wait for a permit was ended");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void everyWaitEndsWhenTheProcessStops() throws InterruptedException {
        Sleep sleep = Sleep.really();
        Throttle throttle = new Throttle(lane, lane, sleep);
        BlockingQueue<String> ended = new LinkedBlockingQueue<>();
        Runnable waits = () -> assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> sleep.forNanos(Duration.ofHours(1).toNanos()))
                .satisfies(end -> ended.add(end.getMessage()));
        Thread.ofVirtual().start(waits);

        throttle.end();

        assertThat(ended.poll(10, TimeUnit.SECONDS)).isEqualTo("the wait for a permit was ended");
        waits.run();
        assertThat(ended).hasSize(1);
    }

    @Test
    void aWaitIsNotShorterThanItShould() {
        long before = System.nanoTime();

        Sleep.really().forNanos(100_000);

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(100_000);
    }
}
