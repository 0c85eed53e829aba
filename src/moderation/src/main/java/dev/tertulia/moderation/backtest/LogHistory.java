package dev.tertulia.moderation.backtest;

import java.time.Instant;
import java.util.List;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.moderation.backtest.HistoryLine.WrongLine;

/** The history that the server keeps in a log, if the rules say so. */
public final class LogHistory implements History {

    /** The name of the log. */
    public static final String NAME = "moderation-history";

    private final Log log;
    private final Instant since;

    /** The history in a log, from a time. */
    public LogHistory(Log log, Instant since) {
        this.log = log;
        this.since = since;
    }

    @Override
    public BadLines forEach(Consumer events, Progress progress) {
        BadLines bad = new BadLines();
        long first = log.firstSince(since).orElse(Long.MAX_VALUE);
        long last = log.last().map(LogEntry::number).orElse(0L);
        if (first > last) {
            return bad;
        }
        long after = first - 1;
        List<LogEntry> page = log.read(after, Log.MOST_AT_ONCE);
        while (!page.isEmpty() && after < last) {
            page.stream().filter(entry -> !entry.at().isBefore(since)).forEach(entry -> read(entry, events, bad));
            after = page.getLast().number();
            progress.at(Math.min(after, last) - first + 1, last - first + 1);
            page = log.read(after, Log.MOST_AT_ONCE);
        }
        return bad;
    }

    private static void read(LogEntry entry, Consumer events, BadLines bad) {
        try {
            events.accept(entry.number(), HistoryLine.read(entry.body()));
        } catch (WrongLine e) {
            bad.add(entry.number(), e.getMessage());
        }
    }
}
