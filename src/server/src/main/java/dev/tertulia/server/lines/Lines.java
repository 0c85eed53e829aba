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

    /** The process ends should one of them lose a thread. */
    public Lines(Collection<Line> lines) {
        this(lines, Lines::end);
    }

    /**
     * The lines of all phone numbers, not yet running.
     *
     * @param whenDead is told why one of them cannot go on in this process
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
            throw new InvalidArgument("'" + number + "' is no phone number id of this process; it has "
                    + String.join(", ", byNumber.keySet()));
        }
        return line;
    }

    /**
     * The line of the only phone number.
     *
     * @param instead what to call where there are several
     */
    public Line only(String instead) {
        if (byNumber.size() > 1) {
            throw new IllegalStateException("there are several numbers, so say which one: " + instead + "; it has "
                    + String.join(", ", byNumber.keySet()));
        }
        return byNumber.values().iterator().next();
    }

    /** The line that an operation was asked of; any line if it is not known. */
    public Line knowing(OperationId id) {
        return byNumber.values().stream().filter(line -> line.operator().operations().find(id).isPresent()).findFirst()
                .orElse(byNumber.values().iterator().next());
    }

    public synchronized void start() {
        byNumber.values().forEach(line -> running.add(LineThreads.start(line, whenDead)));
    }

    /** At once: what is in hand is as safe as when the machine dies, and another process goes on with it. */
    private static void end(String reason) {
        LOG.error("this process ends with status {}, to be started again: {}", BROKEN, reason);
        Runtime.getRuntime().halt(BROKEN);
    }

    /** Whether the threads of all lines live. */
    public boolean alive() {
        return running.stream().allMatch(LineThreads::alive);
    }

    /** Lets all lines look at once at what is due: the clock was moved. */
    public synchronized void lookNow() {
        running.forEach(LineThreads::lookNow);
    }

    /** How often the line looked after everything that did so least often. */
    public synchronized long rounds() {
        return running.stream().mapToLong(LineThreads::rounds).min().orElse(Long.MAX_VALUE);
    }

    /** Whether everything goes to other replicas now. */
    public boolean stopping() {
        return stopping;
    }

    /** Finishes what is in hand, and hands the rest over to other replicas. */
    @Override
    public synchronized void close() {
        stopping = true;
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            running.forEach(line -> together.execute(line::close));
        }
        running.clear();
    }
}
