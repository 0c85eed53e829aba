package dev.tertulia.server.console.numbers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.tertulia.store.Processes.ProcessState;

/**
 * The phone numbers, the processes that serve them, and the state of this one.
 *
 * @param processes those that are alive
 * @param own       the name of the process that answers
 */
public record NumbersPage(List<NumberStatus> numbers, List<ProcessState> processes, String own, List<Check> checks,
        List<Fact> facts, Instant now) {

    /**
     * A check of health.
     *
     * @param key    the key of its name
     * @param good   whether it is well
     * @param detail what it says
     */
    public record Check(String key, boolean good, String detail) {}

    /** A fact about the process, such as a version. */
    public record Fact(String key, String value) {}

    /** Whether processes of several versions run, as during an upgrade. */
    public boolean mixed() {
        return processes.stream().map(ProcessState::version).distinct().count() > 1;
    }

    /** How long a process has run. */
    public Duration up(ProcessState process) {
        return Duration.between(process.started(), now);
    }
}
