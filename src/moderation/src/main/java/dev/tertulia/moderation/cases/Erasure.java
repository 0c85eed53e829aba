package dev.tertulia.moderation.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;

/** Erases the personal part of entries. Which ones were erased is recorded first, so that no other erasure goes unnoticed. */
final class Erasure {

    private static final String PLACES = "places";
    private static final int MOST_IN_ONE = 1_000;

    private final Log log;
    private final TrailWriter writer;

    Erasure(Log log, TrailWriter writer) {
        this.log = log;
        this.writer = writer;
    }

    int erase(String person, Instant at) {
        List<LogEntry> about = entries(person);
        for (int from = 0; from < about.size(); from += MOST_IN_ONE) {
            erase(about.subList(from, Math.min(about.size(), from + MOST_IN_ONE)), at);
        }
        return about.size();
    }

    private void erase(List<LogEntry> some, Instant at) {
        String places = some.stream().map(entry -> Long.toString(entry.number())).collect(Collectors.joining(" "));
        writer.append("erased " + places, at, place -> Optional.of(new TrailWriter.Entry(
                Fact.of("", EntryKind.ERASED, Map.of(PLACES, places)),
                new Personal(null, null, null, null, null, null))));
        some.forEach(this::erase);
    }

    private void erase(LogEntry entry) {
        TrailCodec.sealed(entry).ifPresent(sealed -> TrailCodec.read(entry)
                .ifPresent(read -> log.rewrite(entry.number(), Terms.of(read.fact(), null),
                        TrailCodec.write(sealed.erased()))));
    }

    private List<LogEntry> entries(String person) {
        TreeSet<Long> seen = new TreeSet<>();
        List<LogEntry> found = new ArrayList<>();
        Stream.of(Terms.person(person), CaseFilter.personTerms(person).getFirst(), Terms.by(person)).distinct()
                .filter(term -> !term.startsWith("name:")).forEach(term -> collect(term, seen, found));
        return found;
    }

    private void collect(String term, TreeSet<Long> seen, List<LogEntry> found) {
        for (long before = Long.MAX_VALUE;;) {
            List<LogEntry> page = log.findLatest(term, before, Log.MOST_AT_ONCE);
            if (page.isEmpty()) {
                return;
            }
            before = page.getLast().number();
            page.stream().filter(entry -> seen.add(entry.number())).forEach(found::add);
        }
    }

    /** The places that an entry says were erased. */
    static Stream<Long> places(Fact fact) {
        return fact.kind() == EntryKind.ERASED
                ? Arrays.stream(fact.more().getOrDefault(PLACES, "").split(" ")).filter(place -> !place.isEmpty())
                        .map(Long::valueOf)
                : Stream.empty();
    }
}
