package dev.tertulia.server.lines;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A recurring task is repeated even if it throws. */
class RecurringTest {

    static List<Runnable> failures() {
        return List.of(() -> {
            throw new IllegalStateException("for the test");
        }, () -> {
            throw new StackOverflowError("for the test");
        });
    }

    @ParameterizedTest
    @MethodSource("failures")
    void goesOnAfterAFailure(Runnable failure) throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(3);
        try (Recurring recurring = new Recurring("test")) {
            recurring.start(Duration.ofMillis(1), () -> {
                looks.countDown();
                failure.run();
            });

            assertThat(looks.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
