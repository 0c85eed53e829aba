package dev.tertulia.server.lines;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.Line;
import dev.tertulia.LineThreads;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.OperationId;

/** The lines of all phone numbers, running from {@link #start} to {@link #close}. */
public final class Lines implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
    /** As in sysexits.h: an internal error. */
    private static final int BROKEN = 70;

    private final Map<String, Line> byNumber = new LinkedHashMap<>();
    private final Consumer<String> whenDead;
    private final List<LineThreads> running = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    /** Creates lines that end the process if one of them loses a thread. */
    public Lines(Collection<Line> lines) {
        this(lines, Lines::end);
    }

    /**
     * Creates lines that are not yet running.
     *
     * @param whenDead receives the reason why a line cannot continue in this process
     */
    public Lines(Collection<Line> lines, Consumer<String> whenDead) {
        lines.forEach(line -> byNumber.put(line.number(), line));
        this.whenDead = whenDead;
    }

    public Collection<Line> all() {
        return byNumber.values();
    }

    /** The line of a phone number id. */
    public Line of(String number) {
        Line line = byNumber.get(number);
        if (line == null) {
            throw new InvalidArgument("'" + number + "' is not a phone number id of this process; the ids are "
                    + String.join(", ", byNumber.keySet()));
        }
        return line;
    }

    /**
     * The line of the only phone number.
     *
     * @param instead the call that the error message suggests if there are several numbers
     */
    public Line only(String instead) {
        if (byNumber.size() > 1) {
            throw new IllegalStateException("there are several numbers; call " + instead + " with one of "
                    + String.join(", ", byNumber.keySet()));
        }
        return byNumber.values().iterator().next();
    }

    /** The line that knows an operation; any line if none knows it. */
    public Line knowing(OperationId id) {
        return byNumber.values().stream().filter(line -> line.operator().operations().find(id).isPresent()).findFirst()
                .orElse(byNumber.values().iterator().next());
    }

    public synchronized void start() {
        byNumber.values().forEach(line -> running.add(LineThreads.start(line, whenDead)));
    }

    /** Halts immediately. Work in progress is as safe as in a crash, and another process continues it. */
    private static void end(String reason) {
        LOG.error("this process exits with status {} and has to be restarted: {}", BROKEN, reason);
        Runtime.getRuntime().halt(BROKEN);
    }

    /** Whether the threads of all lines run. */
    public boolean alive() {
        return running.stream().allMatch(LineThreads::alive);
    }

    /** Makes all lines check for due work immediately, for example after the clock was moved. */
    public synchronized void lookNow() {
        running.forEach(LineThreads::lookNow);
    }

    /**
     * Lets the line of a number look for work, which another process has stored.
     *
     * @param leaseFree whether this process may send for the number now
     */
    public void wake(String number, boolean leaseFree) {
        Line line = byNumber.get(number);
        if (line != null && leaseFree) {
            running.stream().filter(threads -> threads.drives(line)).forEach(LineThreads::lookNow);
        } else if (line != null) {
            line.wake();
        }
    }

    /** The number of complete rounds of work of the line that has done the fewest. */
    public synchronized long rounds() {
        return running.stream().mapToLong(LineThreads::rounds).min().orElse(Long.MAX_VALUE);
    }

    /** Whether the lines are stopping, so that other replicas take over their work. */
    public boolean stopping() {
        return stopping;
    }

    /** Finishes the work in progress and hands the rest over to other replicas. */
    @Override
    public synchronized void close() {
        stopping = true;
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            running.forEach(line -> together.execute(line::close));
        }
        running.clear();
    }
}
