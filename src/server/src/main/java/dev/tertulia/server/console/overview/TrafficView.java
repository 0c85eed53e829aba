package dev.tertulia.server.console.overview;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Messages in and out of the last minutes, as points of a chart.
 *
 * @param in  messages in per second, the latest last
 * @param out messages out per second, the latest last
 */
public record TrafficView(List<Double> in, List<Double> out) {

    /** The width of the chart. */
    public static final int WIDTH = 600;
    /** The height of the chart. */
    public static final int HEIGHT = 80;

    /** The present rate of messages in. */
    public double inNow() {
        return in.isEmpty() ? 0 : in.getLast();
    }

    /** The present rate of messages out. */
    public double outNow() {
        return out.isEmpty() ? 0 : out.getLast();
    }

    /** The highest rate of the chart. */
    public double highest() {
        return IntStream.range(0, in.size()).mapToDouble(i -> Math.max(in.get(i), out.get(i))).max().orElse(0);
    }

    /** The line of messages in, as points of SVG. */
    public String inLine() {
        return line(in);
    }

    /** The line of messages out, as points of SVG. */
    public String outLine() {
        return line(out);
    }

    private String line(List<Double> rates) {
        double top = Math.max(1, highest());
        double step = (double) WIDTH / (Traffic.POINTS - 1);
        int first = Traffic.POINTS - rates.size();
        return IntStream.range(0, rates.size()).mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f",
                (first + i) * step, HEIGHT - rates.get(i) / top * HEIGHT)).collect(Collectors.joining(" "));
    }
}
