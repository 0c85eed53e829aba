package dev.tertulia;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WakeSignalTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final WakeSignal signal = new WakeSignal();

    @Test
    void aRingWhileNobodyWaitsIsNotForgotten() throws InterruptedException {
        long known = signal.count();

        signal.wake();
        signal.awaitAfter(known, LONG);

        assertThat(signal.count()).isEqualTo(known + 1);
    }

    @Test
    void whoWaitsGoesOnWhenItRings() throws InterruptedException {
        CountDownLatch wentOn = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    signal.awaitAfter(0, LONG);
                    wentOn.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        signal.wake();

        assertThat(wentOn.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobodyWaitsForEver() throws InterruptedException {
        signal.awaitAfter(signal.count(), Duration.ofMillis(1));

        assertThat(signal.count()).isZero();
    }
}
