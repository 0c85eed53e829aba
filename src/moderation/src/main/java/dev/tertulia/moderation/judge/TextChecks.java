package dev.tertulia.moderation.judge;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import dev.tertulia.moderation.judge.Compiled.Cost;
import dev.tertulia.moderation.rules.Condition;
import dev.tertulia.moderation.rules.Condition.LinkKind;
import dev.tertulia.moderation.rules.Range;
import dev.tertulia.moderation.text.Emails;
import dev.tertulia.moderation.text.Letters;
import dev.tertulia.moderation.text.Link;
import dev.tertulia.moderation.text.Links;

/** Checks of the words of a message. */
final class TextChecks {

    /** How much an expression may do with a text: a few milliseconds. */
    private static final int MOST_STEPS = 100_000;

    private TextChecks() {}

    private static Compiled of(Condition condition, Check check) {
        return Compiled.of(condition, Cost.TEXT, check);
    }

    private static Optional<Evidence> part(String condition, Facts facts, int start, int end) {
        return Optional.of(Evidence.part(condition, facts.text(), start, end));
    }

    static Compiled words(Condition.Words words, String list) {
        return of(words, facts -> facts.word(list).flatMap(hit -> part("words", facts, hit.start(), hit.end())));
    }

    /** An expression takes time in proportion to its size and to the text, so a large one sees only the text's beginning. */
    static Compiled pattern(Condition.TextPattern pattern) {
        Pattern compiled = Pattern.compile(pattern.expression());
        int most = MOST_STEPS / compiled.programSize();
        return of(pattern, facts -> {
            String text = facts.text();
            Matcher matcher = compiled.matcher(text.length() <= most ? text : text.substring(0, most));
            return matcher.find() ? part("pattern", facts, matcher.start(), matcher.end()) : Optional.empty();
        });
    }

    static Compiled links(Condition.Links links) {
        Set<String> in = hosts(links.in());
        Set<String> notIn = hosts(links.notIn());
        return of(links, facts -> facts.links().stream()
                .filter(link -> isOfKind(links.kinds(), link) && (in.isEmpty() || isUnder(in, link.host()))
                        && !isUnder(notIn, link.host()))
                .findFirst().flatMap(link -> part("links", facts, link.start(), link.end())));
    }

    private static Set<String> hosts(Set<String> domains) {
        return domains.stream().map(Links::host).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOfKind(Set<LinkKind> kinds, Link link) {
        return kinds.isEmpty() || kinds.contains(LinkKind.INVITE) && link.isInvite()
                || kinds.contains(LinkKind.SHORTENER) && link.isShortener();
    }

    /** Whether a host is one of these domains or below one, however many they are. */
    private static boolean isUnder(Set<String> domains, String host) {
        String domain = host;
        for (int dot = host.indexOf('.'); dot >= 0 && !domains.contains(domain); dot = domain.indexOf('.')) {
            domain = domain.substring(dot + 1);
        }
        return domains.contains(domain);
    }

    static Compiled phoneNumbers(Condition.PhoneNumbers numbers) {
        return of(numbers, facts -> facts.phoneNumbers().stream().findFirst()
                .flatMap(number -> part("phone_numbers", facts, number.start(), number.end())));
    }

    static Compiled emails(Condition.Emails emails) {
        return of(emails, facts -> Emails.find(facts.text()).stream().findFirst()
                .flatMap(email -> part("emails", facts, email.start(), email.end())));
    }

    static Compiled capitals(Condition.Capitals capitals) {
        return of(capitals, facts -> {
            Letters letters = facts.letters();
            return letters.cased() >= capitals.letters() && letters.capitalShare() * 100 >= capitals.percent()
                    ? Optional
                            .of(Evidence.found("capitals", letters.capitals() + " of " + letters.cased() + " letters"))
                    : Optional.empty();
        });
    }

    static Compiled emoji(Condition.Emoji emoji) {
        return of(emoji, facts -> number("emoji", facts.letters().emoji(), emoji.count(), " emoji"));
    }

    static Compiled length(Condition.Length length) {
        return of(length, facts -> number("length", facts.letters().length(), length.characters(), " characters"));
    }

    private static Optional<Evidence> number(String condition, int number, Range range, String things) {
        return range.contains(number) ? Optional.of(Evidence.found(condition, number + things)) : Optional.empty();
    }
}
