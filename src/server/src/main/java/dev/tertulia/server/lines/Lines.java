package dev.tertulia.server.lines;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.Line;
import dev.tertulia.LineThreads;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.OperationId;
import dev.tertulia.server.settings.NumberIds;

/** The lines of all phone numbers, running from {@link #start} to {@link #close}. */
public final class Lines implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
    /** As in sysexits.h: an internal error. */
    private static final int BROKEN = 70;
    private static final int LOOKING_AT_ONCE = 100;

    /** In the order in which they came; replaced at each change. */
    private volatile Map<String, Line> byNumber;
    private final Consumer<String> whenDead;
    private final Idleness idleness;
    private final Map<String, LineThreads> running = new ConcurrentHashMap<>();
    /** Lines that look for work, or had something to do. */
    private final Map<String, Line> woken = new ConcurrentHashMap<>();
    private volatile Consumer<Line> atFirstUse = line -> {};
    private boolean started;
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
        this(lines, whenDead, Idleness.NEVER);
    }

    /**
     * Creates lines of a shared store, which do not ask it while they have nothing to do.
     *
     * @param looking whether each of them has to look for work when it starts, however many they are
     */
    public static Lines shared(Collection<Line> lines, boolean looking) {
        return new Lines(lines, Lines::end, looking ? Idleness.AFTER_A_LOOK : Idleness.FROM_THE_START);
    }

    /** When the lines do not ask the store. */
    private enum Idleness {
        NEVER,
        AFTER_A_LOOK,
        FROM_THE_START
    }

    private Lines(Collection<Line> lines, Consumer<String> whenDead, Idleness idleness) {
        this.idleness = idleness;
        this.byNumber = lines.stream().collect(
                Collectors.toMap(Line::number, line -> line, (first, second) -> second, LinkedHashMap::new));
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
                    + NumberIds.listed(byNumber.keySet()));
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
                    + NumberIds.listed(byNumber.keySet()));
        }
        return byNumber.values().iterator().next();
    }

    /** The line that knows an operation; any line if none knows it. */
    public Line knowing(OperationId id) {
        return byNumber.values().stream().filter(line -> line.operator().operations().find(id).isPresent()).findFirst()
                .orElse(byNumber.values().iterator().next());
    }

    public synchronized void start() {
        started = true;
        byNumber.values().forEach(line -> running.put(line.number(), start(line)));
    }

    private LineThreads start(Line line) {
        return areDormant()
                ? LineThreads.dormant(line, whenDead, () -> firstUse(line))
                : LineThreads.start(line, whenDead, idleness != Idleness.NEVER);
    }

    /** Few lines look for work when they start. */
    private boolean areDormant() {
        return idleness == Idleness.FROM_THE_START && byNumber.size() > LOOKING_AT_ONCE;
    }

    private void firstUse(Line line) {
        woken.put(line.number(), line);
        atFirstUse.accept(line);
    }

    /** Calls this for each line before it is used in this process, which is now for lines that look by themselves. */
    public void atFirstUse(Consumer<Line> action) {
        atFirstUse = action;
        if (!areDormant()) {
            all().forEach(this::firstUse);
        }
    }

    /** The lines that have something to do, or had a moment ago. */
    Stream<Line> awake() {
        return running.entrySet().stream().filter(one -> one.getValue().isAwake()).map(one -> of(one.getKey()));
    }

    /** The lines that have had something to do in this process, or look for work by themselves. */
    public Collection<Line> used() {
        return areDormant() ? woken.values() : all();
    }

    /** Adds lines, which run if the others do. */
    public synchronized void add(Collection<Line> more) {
        Map<String, Line> all = new LinkedHashMap<>(byNumber);
        more.forEach(line -> all.put(line.number(), line));
        byNumber = all;
        if (!areDormant()) {
            more.forEach(this::firstUse);
        }
        if (started && !stopping) {
            more.forEach(line -> running.put(line.number(), start(line)));
        }
    }

    /** Finishes the work in progress of a number, and ends its line. What is stored of it stays. */
    public synchronized void remove(String number) {
        Map<String, Line> all = new LinkedHashMap<>(byNumber);
        all.remove(number);
        byNumber = all;
        woken.remove(number);
        LineThreads threads = running.remove(number);
        if (threads != null) {
            threads.close();
        }
    }

    /** Halts immediately. Work in progress is as safe as in a crash, and another process continues it. */
    private static void end(String reason) {
        LOG.error("this process exits with status {} and has to be restarted: {}", BROKEN, reason);
        Runtime.getRuntime().halt(BROKEN);
    }

    /** Whether the threads of all lines run. */
    public boolean alive() {
        return running.values().stream().allMatch(LineThreads::alive);
    }

    /** Makes all lines check for due work immediately, for example after the clock was moved. */
    public synchronized void lookNow() {
        running.values().forEach(LineThreads::lookNow);
    }

    /**
     * Lets the line of a number look for work, which another process has stored.
     *
     * @param leaseFree whether this process may send for the number now
     */
    public void wake(String number, boolean leaseFree) {
        LineThreads threads = running.get(number);
        if (threads != null && leaseFree) {
            threads.lookNow();
        } else if (threads != null) {
            threads.wake();
        }
    }

    /** Lets the line of a number look for work that is due; a number of another process is ignored. */
    public void look(String number) {
        LineThreads threads = running.get(number);
        if (threads != null) {
            threads.look();
        }
    }

    /** The number of complete rounds of work of the line that has done the fewest. */
    public synchronized long rounds() {
        return running.values().stream().mapToLong(LineThreads::rounds).min().orElse(Long.MAX_VALUE);
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
            running.values().forEach(line -> together.execute(line::close));
        }
        running.clear();
    }
}
