package dev.tertulia.moderation.backtest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.message.Member;
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

    /** The key of what is kept of a message. It is a digest, because ids contain phone numbers and keys are never erased. */
    public static String key(String messageId) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
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

    /**
     * The latest events of a group, the latest first.
     *
     * @param within the number of events of all groups among which they are looked for
     */
    public List<PastEvent> latest(String group, int atMost, int within) {
        List<PastEvent> found = new ArrayList<>();
        long end = log.last().map(LogEntry::number).orElse(0L);
        long oldest = Math.max(0, end - within);
        while (end > oldest && found.size() < atMost) {
            long after = Math.max(oldest, end - Log.MOST_AT_ONCE);
            long last = end;
            log.read(after, Log.MOST_AT_ONCE).reversed().stream().filter(entry -> entry.number() <= last)
                    .flatMap(entry -> read(entry).stream()).filter(event -> event.group().equals(group))
                    .forEach(found::add);
            end = after;
        }
        return found.stream().limit(atMost).toList();
    }

    private static Optional<PastEvent> read(LogEntry entry) {
        try {
            return Optional.of(HistoryLine.read(entry.body()));
        } catch (WrongLine e) {
            return Optional.empty();
        }
    }

    /**
     * Erases the person and the words of all events of a person, also of those before the time.
     *
     * @return the number of events
     */
    public int erase(Member person) {
        int erased = 0;
        List<LogEntry> page = log.read(0, Log.MOST_AT_ONCE);
        while (!page.isEmpty()) {
            for (LogEntry entry : page) {
                erased += erase(entry, person) ? 1 : 0;
            }
            page = log.read(page.getLast().number(), Log.MOST_AT_ONCE);
        }
        return erased;
    }

    private boolean erase(LogEntry entry, Member person) {
        try {
            PastEvent event = HistoryLine.read(entry.body());
            if (event.person().is(person)) {
                log.rewrite(entry.number(), Set.of(), HistoryLine.write(event.erased()));
                return true;
            }
        } catch (WrongLine e) {
            // a line that cannot be read is of nobody
        }
        return false;
    }

    private static void read(LogEntry entry, Consumer events, BadLines bad) {
        try {
            events.accept(entry.number(), HistoryLine.read(entry.body()));
        } catch (WrongLine e) {
            bad.add(entry.number(), e.getMessage());
        }
    }
}
