package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * The threads that run authors' code: platform threads, so that one that computes without end takes a processor's time
 * and holds up nothing else. Their number is bounded, in all and for each handler. A handler that leaves threads behind
 * which do not end when they are interrupted gets no more of them, until one of these ends.
 */
final class HandlerThreads {

    /** Calls at once in all, those aside that were left behind. */
    private static final int MOST = 256;
    /** Calls of one handler at once, those included that were left behind. */
    private static final int MOST_EACH = 64;
    /** Where a handler begins, and begins anew when a call took too long; each call that ends in time makes room for one more. */
    private static final int FIRST_EACH = 8;
    /** How many a handler may leave behind. */
    static final int MOST_LEFT = 3;
    /** How long an interrupted call may take to end. */
    private static final Duration GRACE = Duration.ofMillis(500);
    /** How long a thread that nobody needs is kept. */
    private static final long KEPT_SECONDS = 2;

    /** Threads are used again, each for one call at a time: a new one for each call costs more than most calls do. */
    private final Executor executor = new ThreadPoolExecutor(0, Integer.MAX_VALUE, KEPT_SECONDS, TimeUnit.SECONDS,
            new SynchronousQueue<>(), Thread.ofPlatform().daemon().name("handler").factory());
    private final Map<String, Share> shares = new HashMap<>();
    private int running;

    /** What a handler has of the threads. */
    private static final class Share {
        private int room = FIRST_EACH;
        private int running;
        private final List<Call> left = new ArrayList<>();
    }

    /** What a handler does. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /**
     * Starts a call.
     *
     * @param patience how long to wait for a free thread
     * @throws NoFreeThread   when none became free
     * @throws StuckCalls when the handler has left too many behind
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
        share.running++;
        try {
            executor.execute(call::run);
        } catch (Error noMemory) {
            ended(call, false);
            throw noMemory;
        }
        return call;
    }

    private boolean isFull(String handler, Share share) {
        if (share.left.size() >= MOST_LEFT) {
            throw StuckCalls.tooMany(handler, share.left.getFirst().place());
        }
        return running >= MOST || share.running + share.left.size() >= share.room;
    }

    /** Handlers that left calls behind which still run, with how many; in the order of their names. */
    synchronized Map<String, Integer> left() {
        Map<String, Integer> left = new TreeMap<>();
        shares.forEach((handler, share) -> {
            if (!share.left.isEmpty()) {
                left.put(handler, share.left.size());
            }
        });
        return left;
    }

    /** Returns whether it had been left behind. */
    private synchronized boolean ended(Call call, boolean inTime) {
        Share share = shares.get(call.handler);
        boolean wasLeft = share.left.remove(call);
        if (!wasLeft) {
            running--;
            share.running--;
            share.room = inTime ? Math.min(MOST_EACH, share.room + 1) : FIRST_EACH;
        }
        notifyAll();
        return wasLeft;
    }

    /** Leaves a call behind, unless it has just ended. Returns how many of its handler there are. */
    private synchronized int leave(Call call, Runnable whenOver) {
        if (call.task.isDone()) {
            return 0;
        }
        Share share = shares.get(call.handler);
        running--;
        share.running--;
        share.room = FIRST_EACH;
        share.left.add(call);
        call.whenOver = whenOver;
        notifyAll();
        return share.left.size();
    }

    /** A call, on a thread that is its own until it ends. */
    final class Call {

        private final String handler;
        private final FutureTask<@Nullable Void> task;
        private @Nullable Thread thread;
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
        }

        private synchronized void begin(Thread current) {
            thread = current;
            current.setName(handler);
            if (interrupted) {
                current.interrupt();
            }
        }

        /** Nobody interrupts the thread's next call any more. */
        private void leaveThread() {
            synchronized (this) {
                thread = null;
            }
            Thread.interrupted();
        }

        /** Where its code is; nowhere when it does not run. */
        private synchronized StackTraceElement[] place() {
            return thread == null ? new StackTraceElement[0] : thread.getStackTrace();
        }

        /**
         * Waits for its end.
         *
         * @throws ExecutionException with what it threw
         */
        void await(Duration limit) throws ExecutionException, TimeoutException, InterruptedException {
            try {
                task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                late = true;
                throw e;
            }
        }

        /** Tells it to end, and nobody waits for that. */
        synchronized void interrupt() {
            interrupted = true;
            if (thread != null) {
                thread.interrupt();
            }
        }

        /**
         * Tells it to end, and waits a little for that.
         *
         * @param whenOver what to do when it ends after all
         * @throws StuckCalls when it runs on: it is left behind
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
