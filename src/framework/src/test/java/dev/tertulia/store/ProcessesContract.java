package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.store.Processes.ProcessState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The contract of {@link Processes}. */
public interface ProcessesContract {

    Duration LONG = Duration.ofMinutes(5);
    Instant STARTED = Instant.parse("2026-03-02T09:00:00Z");

    Processes processes();

    private static ProcessState process(String name, int secondsLater) {
        return new ProcessState(name, "host-1", "1.2", STARTED.plusSeconds(secondsLater), 3, List.of("100", "200"),
                false);
    }

    @Test
    default void liveProcessesAreListedInTheOrderOfTheirStart() {
        processes().alive(process("late", 9), LONG);
        processes().alive(process("early", 1), LONG);

        assertThat(processes().all()).containsExactly(process("early", 1), process("late", 9));
    }

    @Test
    default void theLatestStateCounts() {
        processes().alive(process("a", 1), LONG);
        ProcessState stopping = new ProcessState("a", "host-1", "1.2", STARTED, 3, List.of(), true);

        processes().alive(stopping, LONG);

        assertThat(processes().all()).containsExactly(stopping);
    }

    @Test
    default void endedProcessesAreGone() {
        processes().alive(process("a", 1), LONG);
        processes().alive(process("b", 2), LONG);

        processes().ended("a");
        processes().ended("never started");

        assertThat(processes().all()).extracting(ProcessState::name).containsExactly("b");
    }

    @Test
    default void whoIsNotHeardOfIsGone() {
        processes().alive(process("killed", 1), Duration.ofMillis(1));
        processes().alive(process("b", 2), LONG);

        await().untilAsserted(
                () -> assertThat(processes().all()).extracting(ProcessState::name).containsExactly("b"));
    }

    @Test
    default void listsABoundedNumberOfPhoneNumbers() {
        List<String> many = IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();

        processes().alive(new ProcessState("a", "h", "1", STARTED, 1_000, many, false), LONG);

        assertThat(processes().all()).singleElement()
                .satisfies(process -> assertThat(process.sends()).isEqualTo(many.subList(0, ProcessState.MOST)))
                .extracting(ProcessState::numbers).isEqualTo(1_000);
    }
}
