package dev.tertulia.moderation.cases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;

/** Decides whether cases fit a search, and by which entries of the trail they are found. */
final class CaseFilter {

    private final CaseQuery query;
    private final List<String> terms;
    private final EntryKind listed;

    CaseFilter(CaseQuery query) {
        this.query = query;
        this.terms = terms(query);
        this.listed = isBroad(query) ? listed(query.state()) : EntryKind.OPENED;
    }

    /** The terms of the entries by which cases are listed. Each entry has all of them, so a search may use any. */
    List<String> terms() {
        return terms;
    }

    private static List<String> terms(CaseQuery query) {
        if (query.person() != null) {
            return personTerms(query.person());
        }
        if (query.rule() != null && query.rule().contains("/")) {
            return List.of(Terms.rule(query.rule()));
        }
        if (query.group() != null) {
            return List.of(Terms.group(query.group()));
        }
        return List.of(query.state() == CaseState.OPEN ? Terms.WAITING : Terms.kind(listed(query.state())));
    }

    /** Whether cases are listed by their state, because nothing else is known of them that they are found by. */
    private static boolean isBroad(CaseQuery query) {
        return query.person() == null && query.group() == null
                && (query.rule() == null || !query.rule().contains("/"));
    }

    /** The entry after which a case may be in a state. */
    private static EntryKind listed(@Nullable CaseState state) {
        return switch (state) {
            case NOTED, DONE, OPEN -> EntryKind.OPENED;
            case null -> EntryKind.OPENED;
            default -> EntryKind.valueOf(state.name());
        };
    }

    static List<String> personTerms(String person) {
        Optional<Member> member = Member.find(person);
        if (member.isPresent()) {
            return List.of(Terms.person(member.get().address()));
        }
        List<String> names = Terms.names(person).map(Terms::name).distinct().toList();
        return names.isEmpty() ? List.of(Terms.name(person)) : names;
    }

    /**
     * Whether a case is listed by this entry and may fit. Only its state changes after it was opened, so most others are not
     * loaded.
     */
    boolean mayFit(TrailEntry entry) {
        return entry.fact().kind() == listed && (listed != EntryKind.OPENED
                || CaseFold.of(List.of(entry)).filter(one -> mayBecome(one.state()) && isWanted(one)).isPresent());
    }

    /** Nothing but what was done at once, or what people have decided, is done. */
    private boolean mayBecome(CaseState opened) {
        return query.state() == null || switch (query.state()) {
            case NOTED, OPEN -> opened == query.state();
            case DONE -> opened == CaseState.DONE || opened == CaseState.OPEN;
            default -> true;
        };
    }

    boolean fits(Case one) {
        return (query.state() == null || one.state() == query.state()) && isWanted(one);
    }

    private boolean isWanted(Case one) {
        return (query.group() == null || one.group().equals(query.group()))
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
