package dev.tertulia.moderation.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;

/**
 * The hits of each rule on the latest days (UTC), counted from all entries of the trail. Each count goes on where the one
 * before it has stopped, so every entry is read once.
 */
public final class DailyHits {

    /** Entries are in the order in which they were recorded, which is nearly that of their times. */
    private static final Duration OUT_OF_ORDER = Duration.ofDays(1);
    private static final long NOTHING = -1;

    private final Log log;
    private final int days;
    private final TreeMap<LocalDate, DayHits> byDay = new TreeMap<>();
    private long read = NOTHING;

    DailyHits(Log log, int days) {
        this.log = log;
        this.days = days;
    }

    /**
     * The hits of a rule on a day.
     *
     * @param shadow   those in shadow, which had no effect
     * @param enforced those that had effects
     * @param wrong    those of cases that staff called wrong
     */
    public record Hits(long shadow, long enforced, long wrong) {

        /** No hits. */
        public static final Hits NONE = new Hits(0, 0, 0);

        /** All hits. */
        public long all() {
            return shadow + enforced;
        }

        /** The sum of both. */
        public Hits plus(Hits other) {
            return new Hits(shadow + other.shadow, enforced + other.enforced, wrong + other.wrong);
        }
    }

    /**
     * Goes on with the count.
     *
     * @param atMost the number of entries after which it stops
     * @return whether everything is counted that was recorded before
     */
    public synchronized boolean count(Instant now, int atMost) {
        LocalDate first = first(now);
        byDay.headMap(first).clear();
        long last = log.last().map(LogEntry::number).orElse(0L);
        if (read == NOTHING || last < read) {
            byDay.clear();
            read = log.firstSince(first.atStartOfDay().toInstant(ZoneOffset.UTC).minus(OUT_OF_ORDER)).orElse(last + 1)
                    - 1;
        }
        for (int counted = 0; read < last && counted < atMost;) {
            List<LogEntry> page = log.read(read, Math.min(atMost - counted, Log.MOST_AT_ONCE));
            page.forEach(entry -> add(entry, first));
            read = page.isEmpty() ? last : page.getLast().number();
            counted += page.size();
        }
        return read >= last;
    }

    private LocalDate first(Instant now) {
        return day(now).minusDays(days - 1L);
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void add(LogEntry entry, LocalDate first) {
        TrailCodec.fact(entry).ifPresent(fact -> {
            if (fact.kind() == EntryKind.OPENED) {
                day(entry, first).add(fact);
            } else if (fact.kind() == EntryKind.WRONG) {
                CaseNumber.entry(fact.number()).ifPresent(place -> log.find(place).ifPresent(opened -> TrailCodec
                        .fact(opened).ifPresent(one -> day(opened, first).addWrong(one))));
            }
        });
    }

    /** The count of the day of an entry; one that is forgotten at once if nobody asks for that day. */
    private DayHits day(LogEntry entry, LocalDate first) {
        LocalDate day = day(entry.at());
        return day.isBefore(first) ? new DayHits() : byDay.computeIfAbsent(day, none -> new DayHits());
    }

    /** What is counted of a rule: a number for each day, the earliest first, today last. */
    public synchronized List<Hits> of(String rule, Instant now) {
        LocalDate first = first(now);
        return IntStream.range(0, days).mapToObj(first::plusDays)
                .map(day -> byDay.containsKey(day) ? byDay.get(day).of(rule) : Hits.NONE).toList();
    }

    /** The hits of all rules on one day. */
    private static final class DayHits {

        private final Map<String, Hits> byRule = new HashMap<>();
        private final Set<String> wrong = new HashSet<>();

        void add(Fact opened) {
            opened.findings().forEach(finding -> byRule.merge(finding.rule(),
                    finding.mode().equals("shadow") ? new Hits(1, 0, 0) : new Hits(0, 1, 0), Hits::plus));
        }

        void addWrong(Fact opened) {
            if (wrong.add(opened.number())) {
                opened.findings().forEach(
                        finding -> byRule.merge(finding.rule(), new Hits(0, 0, 1), Hits::plus));
            }
        }

        Hits of(String rule) {
            return byRule.getOrDefault(rule, Hits.NONE);
        }
    }
}
