package dev.tertulia.devmode;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tests that a change concerns, and what became of them.
 *
 * @param millis   how long they took
 * @param classes  their classes, by simple names
 * @param failures the tests that failed
 * @param problems the errors of the compiler
 * @param reason   why there is no result
 */
record TestRun(State state, long passed, long skipped, long millis, Set<String> classes, List<Failure> failures,
        List<Problem> problems, String reason) {

    /** What becomes of tests. */
    enum State {
        /** They wait for the build, or run. */
        RUNNING,
        /** They have run; without classes, there was none to run. */
        DONE,
        /** The sources of the tests do not compile. */
        ERRORS,
        /** They ended without a result. */
        BROKEN
    }

    /**
     * A test that failed.
     *
     * @param testClass its class
     * @param test      class and method in words
     * @param message   what is wrong, in some lines
     * @param place     file and line of the test; empty if unknown
     */
    record Failure(String testClass, String test, String message, String place) {

        @Override
        public String toString() {
            return "%s fails%s:\n  %s".formatted(test, place.isEmpty() ? "" : " (" + place + ")",
                    message.replace("\n", "\n  "));
        }
    }

    static TestRun running() {
        return new TestRun(State.RUNNING, 0, 0, 0, Set.of(), List.of(), List.of(), "");
    }

    static TestRun done(long passed, long skipped, Set<String> classes, List<Failure> failures) {
        return new TestRun(State.DONE, passed, skipped, 0, classes, failures, List.of(), "");
    }

    static TestRun errors(List<Problem> problems) {
        return new TestRun(State.ERRORS, 0, 0, 0, Set.of(), List.of(), problems, "");
    }

    static TestRun broken(String reason) {
        return new TestRun(State.BROKEN, 0, 0, 0, Set.of(), List.of(), List.of(), reason);
    }

    TestRun took(long duration) {
        return new TestRun(state, passed, skipped, duration, classes, failures, problems, reason);
    }

    boolean good() {
        return state == State.DONE && failures.isEmpty();
    }

    /** The result in words. */
    @Override
    public String toString() {
        return switch (state) {
            case RUNNING -> "The tests have not ended yet.";
            case DONE -> classes.isEmpty() ? "No test uses what has changed." : result();
            case ERRORS -> problems.stream().map(problem -> "\n%s\n  %s".formatted(problem, problem.code()))
                    .collect(Collectors.joining("", "The tests do not compile.", ""));
            case BROKEN -> "The tests ended without a result: " + reason;
        };
    }

    private String result() {
        String counts = "%d of %d tests of %s passed in %d ms%s.".formatted(passed, passed + failures.size(),
                String.join(", ", classes), millis, skipped == 0 ? "" : ", %d skipped".formatted(skipped));
        return failures.stream().map(failure -> "\n" + failure).collect(Collectors.joining("", counts, ""));
    }
}
