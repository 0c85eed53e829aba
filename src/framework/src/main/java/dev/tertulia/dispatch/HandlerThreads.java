package dev.tertulia.dispatch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that run authors' code: platform threads, so that one that computes without end takes a processor's time
 * and holds up nothing else. Their number is bounded, in all and for each handler. A handler that leaves threads behind
 * which do not end when they are interrupted gets no more of them, until one of these ends.
 */
final class HandlerThreads {

    private static final Logger LOG = LoggerFactory.getLogger(HandlerThreads.class);
    /** The maximum number of concurrent calls, without abandoned ones. */
    private static final int MOST = 256;
    /** The maximum number of concurrent calls of one handler, including abandoned ones. */
    private static final int MOST_EACH = 64;
    /** The limit of a handler at first and after a late call; each call that ends in time raises it by one. */
    private static final int FIRST_EACH = 8;
    /** The maximum number of abandoned calls of a handler that wait. */
    static final int MOST_LEFT = 3;
    /** A call that has used a processor for so long computes. */
    private static final Duration COMPUTES = Duration.ofSeconds(1);
    /** A call that has used so much of its first second yields to everything else from then on. */
    private static final Duration BUSY = Duration.ofMillis(200);
    private static final ThreadMXBean CLOCKS = ManagementFactory.getThreadMXBean();
    /** How long an interrupted call may take to end. */
    private static final Duration GRACE = Duration.ofMillis(500);
    /** How long an idle thread is kept, in seconds. */
    private static final long KEPT_SECONDS = 2;

    /** Threads are reused, because creating one costs more than most calls. */
    private final Executor executor = new ThreadPoolExecutor(0, Integer.MAX_VALUE, KEPT_SECONDS, TimeUnit.SECONDS,
            new SynchronousQueue<>(), Thread.ofPlatform().daemon().name("handler")
                    .uncaughtExceptionHandler((thread, cause) -> {
                        if (!(cause instanceof Lowered)) {
                            LOG.error("thread {} has ended", thread.getName(), cause);
                        }
                    }).factory());
    private final Map<String, Share> shares = new HashMap<>();
    private int running;

    /** The threads of one handler. */
    private static final class Share {
        private int room = FIRST_EACH;
        private final Set<Call> running = new HashSet<>();
        private final List<Call> left = new ArrayList<>();

        /** Whether a call computes already, so that another one would take processors from everything else. */
        private boolean computes() {
            return running.stream().anyMatch(Call::computes);
        }

        /** Whether too many calls were abandoned: one that computes, or several that wait. */
        private boolean isStuck() {
            return left.size() >= MOST_LEFT || left.stream().anyMatch(Call::computes);
        }
    }

    /** Ends a thread whose priority was lowered: it cannot be raised again. */
    private static final class Lowered extends RuntimeException {

        private static final long serialVersionUID = 1;

        Lowered() {
            super(null, null, false, false);
        }
    }

    /** The work of a call. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /**
     * Starts a call.
     *
     * @param patience how long to wait for a free thread
     * @throws NoFreeThread if no thread became free
     * @throws StuckCalls if too many calls of the handler were abandoned
     */
    synchronized Call start(String handler, Duration patience, Work work) throws InterruptedException {
        Share share = shares.computeIfAbsent(handler, name -> new Share());
        long end = System.nanoTime() + patience.toNanos();
        while (isFull(handler, share)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new NoFreeThread(handler);
            }
            wait(left);
        }
        Call call = new Call(handler, work);
        running++;
        share.running.add(call);
        try {
            executor.execute(call::run);
        } catch (Error noMemory) {
            ended(call, false);
            throw noMemory;
        }
        return call;
    }

    private boolean isFull(String handler, Share share) {
        if (share.isStuck()) {
            throw StuckCalls.tooMany(handler, share.left.getFirst().place(), share.left.size());
        }
        return running >= MOST || share.running.size() + share.left.size() >= share.room || share.computes();
    }

    /** The handlers with abandoned calls that still run, with their number, by name. */
    synchronized Map<String, Integer> left() {
        Map<String, Integer> left = new TreeMap<>();
        shares.forEach((handler, share) -> {
            if (!share.left.isEmpty()) {
                left.put(handler, share.left.size());
            }
        });
        return left;
    }

    /** Records the end of a call. Returns whether it was abandoned. */
    private synchronized boolean ended(Call call, boolean inTime) {
        Share share = shares.get(call.handler);
        boolean wasLeft = share.left.remove(call);
        if (!wasLeft) {
            running--;
            share.running.remove(call);
            share.room = inTime ? Math.min(MOST_EACH, share.room + 1) : FIRST_EACH;
        }
        notifyAll();
        return wasLeft;
    }

    /** Abandons a call unless it has just ended. Returns the number of abandoned calls of its handler. */
    private synchronized int leave(Call call, Runnable whenOver) {
        if (call.task.isDone()) {
            return 0;
        }
        Share share = shares.get(call.handler);
        running--;
        share.running.remove(call);
        share.room = FIRST_EACH;
        share.left.add(call);
        call.whenOver = whenOver;
        notifyAll();
        return share.left.size();
    }

    /** A call on a thread of its own. */
    final class Call {

        private final String handler;
        private final FutureTask<@Nullable Void> task;
        private final long started = System.nanoTime();
        private @Nullable Thread thread;
        private long processorTime;
        private int systemThread;
        private volatile boolean lowered;
        private boolean interrupted;
        private volatile boolean late;
        private Runnable whenOver = () -> {};

        private Call(String handler, Work work) {
            this.handler = handler;
            this.task = new FutureTask<>(() -> {
                work.run();
                return null;
            }) {
                @Override
                protected void done() {
                    if (ended(Call.this, !late)) {
                        whenOver.run();
                    }
                }
            };
        }

        private void run() {
            begin(Thread.currentThread());
            try {
                task.run();
            } finally {
                leaveThread();
            }
            if (lowered) {
                throw new Lowered();
            }
        }

        private synchronized void begin(Thread current) {
            thread = current;
            processorTime = CLOCKS.getThreadCpuTime(current.threadId());
            systemThread = LowPriority.currentThread();
            current.setName(handler);
            if (interrupted) {
                current.interrupt();
            }
        }

        /** Detaches the thread, so that its next call is not interrupted. */
        private void leaveThread() {
            synchronized (this) {
                thread = null;
            }
            Thread.interrupted();
        }

        /** Lets everything else go first while a call computes for long. */
        private synchronized void yieldIfBusy() {
            if (thread != null && used(thread) > BUSY.toNanos()) {
                lowered = LowPriority.set(systemThread);
            }
        }

        private long used(Thread current) {
            return CLOCKS.getThreadCpuTime(current.threadId()) - processorTime;
        }

        /** Whether it has used a processor for long, and does not merely wait. */
        private synchronized boolean computes() {
            return thread != null && System.nanoTime() - started > COMPUTES.toNanos()
                    && used(thread) > COMPUTES.toNanos();
        }

        /** The present stack trace; empty if it does not run. */
        private synchronized StackTraceElement[] place() {
            return thread == null ? new StackTraceElement[0] : thread.getStackTrace();
        }

        /**
         * Waits for its end.
         *
         * @throws ExecutionException with its exception
         */
        void await(Duration limit) throws ExecutionException, TimeoutException, InterruptedException {
            Duration first = limit.compareTo(COMPUTES) < 0 ? limit : COMPUTES;
            try {
                task.get(first.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                yieldIfBusy();
            }
            try {
                task.get(limit.minus(first).toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                late = true;
                throw e;
            }
        }

        /** Interrupts the call without waiting. */
        synchronized void interrupt() {
            interrupted = true;
            if (thread != null) {
                thread.interrupt();
            }
        }

        /**
         * Interrupts the call and waits briefly for its end.
         *
         * @param whenOver runs if the call ends later
         * @throws StuckCalls if it continues: it is abandoned
         */
        void end(Runnable whenOver) throws InterruptedException {
            interrupt();
            try {
                task.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException anyEnd) {
                // whether it has ended is looked at next
            }
            int left = leave(this, whenOver);
            if (left > 0) {
                throw StuckCalls.left(handler, place(), left);
            }
        }
    }
}
