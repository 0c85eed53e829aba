package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Failure;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnError;
import dev.tertulia.bot.State;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;
import dev.tertulia.store.Claim;
import dev.tertulia.turn.TurnSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Handlers that compute without end are abandoned, reported, and not called until they end. */
class ComputingHandlerTest {

    private static final AtomicInteger CALLS = new AtomicInteger();
    /** Whoever waits for it cannot be interrupted. */
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static volatile boolean goesOn;

    private final TurnSettings impatient = new TurnSettings("/", List.of(), Duration.ofMillis(50), 3,
            Duration.ZERO, Duration.ofDays(7));

    private static void loop() {
        CALLS.incrementAndGet();
        while (goesOn) {
            Thread.onSpinWait();
        }
    }

    /** A record that takes its time to be written. */
    record Slow(int count) {
        @Override
        public int count() {
            loop();
            return count;
        }
    }

    @Bot
    static final class LoopingBot {

        @OnCommand("loop")
        void loops() {
            loop();
        }

        @OnCommand("wait")
        void waits() {
            LOCK.lock();
            LOCK.unlock();
        }

        @OnCommand("lazy")
        Stream<String> lazy() {
            return Stream.generate(() -> {
                loop();
                return "late";
            }).limit(1);
        }

        @OnCommand("keep")
        void keep(State<Slow> state) {
            state.set(new Slow(1));
        }

        @OnCommand("fine")
        String fine() {
            return "fine";
        }

        @OnCommand("thread")
        String thread() {
            return Thread.currentThread().getName() + " " + Thread.currentThread().isVirtual() + " "
                    + Thread.currentThread().isDaemon();
        }
    }

    @Bot
    static final class LoopingSorryBot {

        @OnError
        void sorry(Failure failure) {
            loop();
        }
    }

    @BeforeEach
    void begin() {
        goesOn = false;
    }

    @AfterEach
    void end() {
        goesOn = false;
    }

    /** Records are tried when the program starts. */
    private TestLine line(Class<?>... bots) {
        TestLine line = Bots.line(impatient, bots);
        CALLS.set(0);
        return line;
    }

    private static Events in(String group) {
        return Events.in(group);
    }

    @Test
    void runOnPlatformThreadsOfTheirName() {
        TestLine line = line(LoopingBot.class);

        line.receive(in("G").says("/thread"));

        assertThat(line.said()).containsExactly("LoopingBot.thread() false true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/loop", "/lazy", "/keep"})
    void areLeftBehindAtTheFirstAttemptAndTold(String command) {
        TestLine line = line(LoopingBot.class);
        goesOn = true;

        line.receive(in("G").says(command), in("G").says("/fine"), in("H").says("/fine"));

        assertThat(line.said()).containsExactly("fine", "fine");
        assertThat(CALLS).hasValue(1);
        assertThat(line.inbox().deadLetters()).singleElement().asString()
                .contains("failed, and trying again cannot help", "is still running; 1 such call of LoopingBot.");
        assertThat(line.journal(Step.HANDLER_STUCK)).singleElement().asString()
                .startsWith("LoopingBot.").contains("ComputingHandlerTest.java:", "is still running");
    }

    @Test
    void areCalledNoMoreOnceOneWasSeenToComputeUntilItEnds() {
        TestLine line = line(LoopingBot.class);
        goesOn = true;
        await().until(() -> {
            line.receive(in("G").says("/loop"), in("G").says("/fine"));
            return line.inbox().deadLetters().getLast().toString().contains("it was not called: ");
        });
        int calls = CALLS.get();

        assertThat(calls).isBetween(1, 3);
        assertThat(line.said()).isNotEmpty().containsOnly("fine");
        assertThat(line.journal(Step.HANDLER_STUCK)).hasSize(calls);

        goesOn = false;
        await().until(() -> line.journal(Step.HANDLER_FREED).size() == calls);
        line.receive(in("J").says("/loop"));

        assertThat(CALLS).hasValue(calls + 1);
        assertThat(line.journal(Step.HANDLER_FREED))
                .containsOnly("a call of LoopingBot.loops() that kept running has ended");
    }

    @Test
    void thatOnlyWaitAreCalledNoMoreAtThree() {
        TestLine line = line(LoopingBot.class);
        LOCK.lock();
        try {
            line.receive(in("G").says("/wait"), in("H").says("/wait"), in("I").says("/wait"));

            line.receive(in("J").says("/wait"), in("J").says("/fine"));

            assertThat(line.said()).containsExactly("fine");
            assertThat(line.inbox().deadLetters()).hasSize(4).last().asString()
                    .contains("it was not called: 3 calls of LoopingBot.waits() did not end");
        } finally {
            LOCK.unlock();
        }
        await().until(() -> line.journal(Step.HANDLER_FREED).size() == 3);
    }

    @Test
    void mayBeErrorHandlers() {
        TestLine line = line(LoopingBot.class, LoopingSorryBot.class);
        goesOn = true;

        line.receive(in("G").says("/loop"), in("G").says("/fine"));

        assertThat(line.said()).containsExactly("fine");
        assertThat(line.inbox().deadLetters()).singleElement().asString()
                .contains("LoopingSorryBot.sorry(Failure) failed too");
    }

    @Test
    void thatEndTheirProcessAreNotTriedForEver() {
        TestLine line = line(LoopingBot.class);
        line.inbox().accept(List.of(in("G").says("/loop"), in("G").says("/fine")), line.clock().instant());
        for (int i = 0; i < impatient.attempts(); i++) {
            Claim died = line.inbox().claim(1, Duration.ofNanos(1)).getFirst();
            line.inbox().open(died);
        }

        line.settle();

        assertThat(CALLS).hasValue(0);
        assertThat(line.said()).containsExactly("fine");
        assertThat(line.inbox().deadLetters()).singleElement().asString()
                .startsWith("LoopingBot.loops() failed, and trying again cannot help:")
                .contains("attempt 3 was begun and did not end");
    }
}
