package dev.tertulia.server.console.numbers;

import java.util.List;

/** The phone numbers, and the state of the process. */
public record NumbersPage(List<NumberStatus> numbers, List<Check> checks, List<Fact> facts) {

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
}
