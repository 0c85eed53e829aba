package dev.tertulia.moderation.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.message.Member;

/** Finds cases in the trail. */
final class CaseSearch {

    /** A case has few entries; whoever reports a message once more adds nothing. */
    private static final int MOST_ENTRIES = Log.MOST_AT_ONCE;
    private static final int MOST_LOOKED_AT = 20_000;

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
        return log.findLatest(term, Long.MAX_VALUE, MOST_ENTRIES).reversed().stream().map(TrailCodec::read)
                .flatMap(Optional::stream).toList();
    }

    /** All cases in the order in which they were opened. */
    Stream<Case> all() {
        return Stream.iterate(log.read(0, Log.MOST_AT_ONCE), page -> !page.isEmpty(),
                page -> log.read(page.getLast().number(), Log.MOST_AT_ONCE)).flatMap(List::stream)
                .map(TrailCodec::read).flatMap(Optional::stream)
                .filter(entry -> entry.fact().kind() == EntryKind.OPENED)
                .map(entry -> load(entry.fact().number())).flatMap(Optional::stream);
    }

    List<Case> search(CaseQuery query) {
        return search(query, Long.MAX_VALUE);
    }

    /** The cases that were opened before the one with this number. */
    List<Case> search(CaseQuery query, String number) {
        return search(query, CaseNumber.entry(number).orElse(Long.MAX_VALUE));
    }

    private List<Case> search(CaseQuery query, long start) {
        List<Case> found = new ArrayList<>();
        String term = term(query);
        Set<String> seen = new LinkedHashSet<>();
        long before = start;
        int atOnce = Math.clamp(2L * query.atMost(), 1, Log.MOST_AT_ONCE);
        for (int looked = 0; looked < MOST_LOOKED_AT && found.size() < query.atMost();) {
            List<LogEntry> page = log.findLatest(term, before, atOnce);
            if (page.isEmpty()) {
                break;
            }
            looked += page.size();
            atOnce = Math.min(2 * atOnce, Log.MOST_AT_ONCE);
            before = page.getLast().number();
            collect(page, query, seen, found);
        }
        return found;
    }

    private void collect(List<LogEntry> page, CaseQuery query, Set<String> seen, List<Case> found) {
        page.stream().map(TrailCodec::read).flatMap(Optional::stream)
                .filter(entry -> entry.fact().kind() == listed(query)).map(entry -> entry.fact().number())
                .filter(number -> !number.isEmpty() && seen.add(number)).map(this::load).flatMap(Optional::stream)
                .filter(one -> fits(one, query)).limit(query.atMost() - (long) found.size()).forEach(found::add);
    }

    /** The entries by which cases are listed, so that each has one place. */
    private static EntryKind listed(CaseQuery query) {
        return term(query).equals(Terms.APPEALED) ? EntryKind.APPEALED : EntryKind.OPENED;
    }

    /** The term that the fewest entries are likely to have. */
    private static String term(CaseQuery query) {
        if (query.person() != null) {
            return personTerm(query.person());
        }
        if (query.rule() != null && query.rule().contains("/")) {
            return Terms.rule(query.rule());
        }
        if (query.group() != null) {
            return Terms.group(query.group());
        }
        return switch (query.state()) {
            case OPEN -> Terms.WAITING;
            case APPEALED -> Terms.APPEALED;
            case null, default -> Terms.OPENED;
        };
    }

    static String personTerm(String person) {
        return Member.find(person).map(member -> Terms.person(member.address()))
                .orElseGet(() -> Terms.name(Terms.names(person).findFirst().orElse(person)));
    }

    private static boolean fits(Case one, CaseQuery query) {
        return (query.state() == null || one.state() == query.state())
                && (query.group() == null || one.group().equals(query.group()))
                && (query.rule() == null || one.rules().stream().anyMatch(rule -> isRule(rule, query.rule())))
                && (query.person() == null || isPerson(one.who(), query.person()));
    }

    private static boolean isRule(String rule, String wanted) {
        return rule.equals(wanted) || rule.endsWith("/" + wanted);
    }

    private static boolean isPerson(@Nullable Who who, String wanted) {
        if (who == null) {
            return false;
        }
        Optional<Member> member = Member.find(wanted);
        return member.isPresent()
                ? Stream.concat(Stream.of(who.id()), who.identities().stream())
                        .anyMatch(member.get().address()::equals)
                : Terms.names(who.name()).map(word -> word.toLowerCase(Locale.ROOT)).toList()
                        .containsAll(Terms.names(wanted).map(word -> word.toLowerCase(Locale.ROOT)).toList());
    }
}
