package dev.tertulia.server.console.overview;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/** Messages in and out of the last ten minutes, sampled every five seconds. */
final class Traffic {

    static final Duration PAUSE = Duration.ofSeconds(5);
    static final int POINTS = 120;

    private final LongSupplier in;
    private final LongSupplier out;
    private final Deque<Double> inRates = new ArrayDeque<>();
    private final Deque<Double> outRates = new ArrayDeque<>();
    private long lastIn;
    private long lastOut;

    Traffic(LongSupplier in, LongSupplier out) {
        this.in = in;
        this.out = out;
        this.lastIn = in.getAsLong();
        this.lastOut = out.getAsLong();
    }

    /** Takes a sample. */
    synchronized void sample() {
        long nowIn = in.getAsLong();
        long nowOut = out.getAsLong();
        add(inRates, nowIn - lastIn);
        add(outRates, nowOut - lastOut);
        lastIn = nowIn;
        lastOut = nowOut;
    }

    private static void add(Deque<Double> rates, long messages) {
        rates.addLast((double) messages / PAUSE.toSeconds());
        if (rates.size() > POINTS) {
            rates.removeFirst();
        }
    }

    synchronized TrafficView view() {
        return new TrafficView(List.copyOf(inRates), List.copyOf(outRates));
    }
}
