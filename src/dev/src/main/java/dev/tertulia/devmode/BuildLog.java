package dev.tertulia.devmode;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of the latest change. Thread-safe. */
final class BuildLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BuildLog.class);

    private static final Duration UNNOTICED = Duration.ofSeconds(1);

    private final boolean tests;
    private Build latest = new Build(0, 0, State.STARTING, 0, List.of(), List.of(), "", null);
    private boolean closed;

    /** @param tests whether tests run after each change */
    BuildLog(boolean tests) {
        this.tests = tests;
    }

    /** What becomes of a change. */
    enum State {
        /** The first version is being built. */
        STARTING,
        /** A new version is being built, while the one before runs. */
        BUILDING,
        /** The version runs. */
        RUNNING,
        /** The sources do not compile; the version before runs on, if there is one. */
        ERRORS,
        /** The sources compile, but the server refuses the bots; the version before runs on, if there is one. */
        REFUSED
    }

    /**
     * What became of a change.
     *
     * @param seq      increases with each change of this record
     * @param version  the version that runs; 0 if there is none yet
     * @param millis   from the change to the result
     * @param files    the files that have changed
     * @param problems the errors of the compiler
     * @param reason   why the server refuses the bots
     * @param tests    the tests that the change concerns, if tests run at all and the version runs
     */
    record Build(long seq, int version, State state, long millis, List<String> files, List<Problem> problems,
            String reason, @Nullable TestRun tests) {

        private Build with(long next, List<String> changed, @Nullable TestRun run) {
            return new Build(next, version, state, millis, changed, problems, reason, run);
        }
    }

    synchronized void begin(List<String> files) {
        state(latest.version(), latest.version() == 0 ? State.STARTING : State.BUILDING, 0, files, List.of(), "");
    }

    synchronized void running(int version, long millis) {
        LOG.info("version {} of the bots runs after {} ms", version, millis);
        state(version, State.RUNNING, millis, latest.files(), List.of(), "");
    }

    synchronized void errors(List<Problem> problems, long millis) {
        problems.forEach(problem -> LOG.error("{}", problem));
        state(latest.version(), State.ERRORS, millis, latest.files(), problems, "");
    }

    synchronized void refused(String reason, long millis) {
        LOG.error("{}", reason);
        state(latest.version(), State.REFUSED, millis, latest.files(), List.of(), reason);
    }

    private void state(int version, State state, long millis, List<String> files, List<Problem> problems,
            String reason) {
        set(new Build(latest.seq() + 1, version, state, millis, files, problems, reason,
                tests && state == State.RUNNING && !files.isEmpty() ? TestRun.running() : null));
    }

    private void set(Build build) {
        latest = build;
        notifyAll();
    }

    /** Tests have changed, and nothing else; they are run with the version that runs. */
    synchronized void testing(List<String> files) {
        set(latest.with(latest.seq() + 1, files, TestRun.running()));
    }

    synchronized void tested(TestRun run) {
        if (run.good()) {
            LOG.info("{}", run);
        } else {
            LOG.error("{}", run);
        }
        set(latest.with(latest.seq() + 1, latest.files(), run));
    }

    synchronized Build latest() {
        return latest;
    }

    /** Waits for a change after a sequence number, and returns the latest. */
    synchronized Build after(long known, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (long left = longest.toMillis(); latest.seq() <= known && left > 0 && !closed; left = Duration
                    .ofNanos(end - System.nanoTime()).toMillis()) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return latest;
    }

    /**
     * Waits until the latest change is built and tested, and returns what became of it. A change that was made just now may not be
     * noticed yet, so it is waited for a little.
     */
    Build settled(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        Build build = latest();
        if (!isBuilding(build)) {
            build = after(build.seq(), UNNOTICED);
        }
        while (isBuilding(build) && System.nanoTime() < end) {
            build = after(build.seq(), Duration.ofNanos(end - System.nanoTime()));
        }
        return build;
    }

    private static boolean isBuilding(Build build) {
        return build.state() == State.BUILDING || build.state() == State.STARTING
                || build.tests() != null && build.tests().state() == TestRun.State.RUNNING;
    }

    /** Ends all waiting calls. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
