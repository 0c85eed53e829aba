package dev.tertulia.moderation.cases;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The terms by which entries of the trail are found. They follow from the entry alone, so that a change is noticed. */
final class Terms {

    /** Every entry that opened a case which people have to decide. */
    static final String WAITING = "waiting";

    private static final int MOST_NAMES = 3;
    private static final int MOST_RULES = 5;
    private static final int LONGEST = 200;

    private Terms() {}

    /** Every entry of a kind. */
    static String kind(EntryKind kind) {
        return kind.word();
    }

    static String number(String number) {
        return "case:" + number;
    }

    static String person(String id) {
        return cut("person:" + id);
    }

    static String group(String id) {
        return cut("group:" + id);
    }

    static String rule(String name) {
        return cut("rule:" + name);
    }

    static String by(String id) {
        return cut("by:" + id);
    }

    static String name(String name) {
        return cut("name:" + name.strip().toLowerCase(Locale.ROOT));
    }

    static Set<String> of(Fact fact, @Nullable Personal personal) {
        Set<String> terms = new LinkedHashSet<>();
        if (!fact.number().isEmpty()) {
            terms.add(number(fact.number()));
        }
        terms.add(kind(fact.kind()));
        if (fact.kind() == EntryKind.OPENED) {
            if (CaseFold.waits(fact.deeds())) {
                terms.add(WAITING);
            }
            fact.findings().stream().map(Finding::rule).distinct().limit(MOST_RULES).map(Terms::rule)
                    .forEach(terms::add);
            if (fact.group() != null) {
                terms.add(group(fact.group()));
            }
        }
        if (personal != null) {
            addPersons(terms, personal);
        }
        return terms;
    }

    private static void addPersons(Set<String> terms, Personal personal) {
        Who who = personal.who();
        if (who != null) {
            Stream.concat(Stream.of(who.id()), who.identities().stream()).map(Terms::person).forEach(terms::add);
            names(who.name()).limit(MOST_NAMES).map(Terms::name).forEach(terms::add);
        }
        if (personal.by() != null) {
            terms.add(by(personal.by().id()));
        }
    }

    /** The words of a name, as people search for them. */
    static Stream<String> names(String name) {
        return Stream.of(name.split("[\\s\\p{Zs}]+")).filter(word -> !word.isBlank()).distinct();
    }

    private static String cut(String term) {
        return term.length() <= LONGEST ? term : term.substring(0, LONGEST);
    }
}
