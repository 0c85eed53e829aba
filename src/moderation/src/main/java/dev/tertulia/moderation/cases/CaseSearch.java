package dev.tertulia.moderation.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;

/** Finds cases in the trail. */
final class CaseSearch {

    /** The most entries of the trail that a search looks at, each of a case. */
    static final int MOST_LOOKED_AT = 20_000;
    /** A case has few entries; whoever reports a message once more adds nothing. */
    private static final int MOST_ENTRIES = Log.MOST_AT_ONCE;
    private static final int LOADED_AT_ONCE = 100;
    private static final int SAMPLE = 20;

    private final Log log;

    CaseSearch(Log log) {
        this.log = log;
    }

    Optional<Case> find(String typed) {
        OptionalLong place = CaseNumber.entry(typed);
        return place.isEmpty() ? Optional.empty() : load(CaseNumber.of(place.getAsLong()));
    }

    /** The case with this number. */
    Optional<Case> load(String number) {
        return CaseFold.of(entries(Terms.number(number)));
    }

    /** The entries with a term, in the order of the trail. */
    List<TrailEntry> entries(String term) {
        return inOrder(log.findLatest(term, Long.MAX_VALUE, MOST_ENTRIES));
    }

    private static List<TrailEntry> inOrder(List<LogEntry> latestFirst) {
        return read(latestFirst.reversed()).toList();
    }

    private static Stream<TrailEntry> read(List<LogEntry> entries) {
        return entries.stream().map(TrailCodec::read).flatMap(Optional::stream);
    }

    /** All cases in the order in which they were opened. */
    Stream<Case> all() {
        return Stream.iterate(log.read(0, LOADED_AT_ONCE), page -> !page.isEmpty(),
                page -> log.read(page.getLast().number(), LOADED_AT_ONCE)).flatMap(
                        page -> load(read(page)
                                .filter(entry -> entry.fact().kind() == EntryKind.OPENED).toList()))
                .map(Placed::one);
    }

    /** A case at the entry by which it is listed. */
    private record Placed(Case one, long place) {}

    /** The cases of entries, in their order. */
    private Stream<Placed> load(List<TrailEntry> entries) {
        List<List<LogEntry>> found = log.findLatest(
                entries.stream().map(entry -> Terms.number(entry.fact().number())).toList(), MOST_ENTRIES);
        return IntStream.range(0, entries.size()).boxed().flatMap(i -> CaseFold.of(inOrder(found.get(i)))
                .map(one -> new Placed(one, entries.get(i).place())).stream());
    }

    /**
     * Cases, the latest first.
     *
     * @param after        where an earlier search has stopped, or the number of the case to go on after; {@code null} to
     *                     begin with the latest one
     * @param mostLookedAt the number of entries after which the search stops, whether it has found enough or not
     */
    FoundCases search(CaseQuery query, @Nullable String after, int mostLookedAt) {
        CaseFilter filter = new CaseFilter(query);
        String term = rarest(filter.terms());
        long before = after == null ? Long.MAX_VALUE : CaseNumber.entry(after).orElse(Long.MAX_VALUE);
        int atOnce = Math.clamp(query.atMost() + 1L, 1, Log.MOST_AT_ONCE);
        Set<String> seen = new HashSet<>();
        List<Placed> found = new ArrayList<>();
        for (int looked = 0;;) {
            List<LogEntry> page = log.findLatest(term, before, atOnce);
            collect(read(page).filter(filter::mayFit).filter(entry -> seen.add(entry.fact().number())).toList(),
                    filter, query.atMost() + 1, found);
            if (found.size() > query.atMost()) {
                List<Placed> shown = found.subList(0, query.atMost());
                return new FoundCases(cases(shown), CaseNumber.of(shown.getLast().place()));
            }
            if (page.size() < atOnce) {
                return new FoundCases(cases(found), null);
            }
            before = page.getLast().number();
            looked += page.size();
            if (looked >= mostLookedAt) {
                return new FoundCases(cases(found), CaseNumber.of(before));
            }
            atOnce = Math.min(Math.min(2 * atOnce, mostLookedAt - looked), Log.MOST_AT_ONCE);
        }
    }

    private void collect(List<TrailEntry> entries, CaseFilter filter, int atMost, List<Placed> found) {
        for (int i = 0; i < entries.size() && found.size() < atMost; i += LOADED_AT_ONCE) {
            load(entries.subList(i, Math.min(entries.size(), i + LOADED_AT_ONCE)))
                    .filter(placed -> filter.fits(placed.one())).limit(atMost - (long) found.size())
                    .forEach(found::add);
        }
    }

    private static List<Case> cases(List<Placed> found) {
        return found.stream().map(Placed::one).toList();
    }

    /** The term that the fewest entries are likely to have: few, or far apart. */
    private String rarest(List<String> terms) {
        if (terms.size() == 1) {
            return terms.getFirst();
        }
        List<List<LogEntry>> samples = log.findLatest(terms, SAMPLE);
        return IntStream.range(0, terms.size()).boxed().filter(i -> !samples.get(i).isEmpty())
                .min(Comparator.<Integer>comparingInt(i -> samples.get(i).size())
                        .thenComparing(i -> samples.get(i).getLast().number()))
                .map(terms::get).orElse(terms.getFirst());
    }
}
