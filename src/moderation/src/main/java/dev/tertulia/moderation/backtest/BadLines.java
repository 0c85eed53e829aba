package dev.tertulia.moderation.backtest;

import java.util.ArrayList;
import java.util.List;

/** The lines of a history that could not be read: their number, and what is wrong with the first ones. */
public final class BadLines {

    private static final int MOST_SHOWN = 20;

    private final List<BadLine> first = new ArrayList<>();
    private long count;

    /** A line and what is wrong with it. */
    public record BadLine(long line, String message) {}

    void add(long line, String message) {
        count++;
        if (first.size() < MOST_SHOWN) {
            first.add(new BadLine(line, message));
        }
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    /** The first ones. */
    public List<BadLine> first() {
        return List.copyOf(first);
    }
}
