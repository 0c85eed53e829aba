package dev.tertulia.moderation.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.tertulia.moderation.judge.Compiled.Cost;
import dev.tertulia.moderation.rules.Condition;

/** The compiler of the conditions of a policy. */
final class Compiler {

    private final WordLists words;
    private final CounterNames names;
    private final Classifier classifier;

    /**
     * A compiler.
     *
     * @param words collects the word lists
     * @param names of the policy
     */
    Compiler(WordLists words, CounterNames names, Classifier classifier) {
        this.words = words;
        this.names = names;
        this.classifier = classifier;
    }

    Compiled compile(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all(all);
            case Condition.Any any -> any(any);
            case Condition.Not not -> not(not);
            case Condition.Words list -> TextChecks.words(list, words.add(list));
            case Condition.TextPattern pattern -> TextChecks.pattern(pattern);
            case Condition.Links links -> TextChecks.links(links);
            case Condition.PhoneNumbers numbers -> TextChecks.phoneNumbers(numbers);
            case Condition.Emails emails -> TextChecks.emails(emails);
            case Condition.Capitals capitals -> TextChecks.capitals(capitals);
            case Condition.Emoji emoji -> TextChecks.emoji(emoji);
            case Condition.Length length -> TextChecks.length(length);
            case Condition.Classified classified -> PostChecks.classified(classified, classifier);
            case Condition.Contacts contacts -> PostChecks.contacts(contacts);
            case Condition.Media media -> PostChecks.media(media);
            case Condition.Forwarded forwarded -> PostChecks.forwarded(forwarded);
            case Condition.Flood flood -> CountChecks.flood(flood, names);
            case Condition.Repeated repeated -> repeated.similar()
                    ? SimilarTexts.check(repeated, names)
                    : CountChecks.repeated(repeated, names);
            case Condition.JoinWave wave -> CountChecks.joinWave(wave, names);
            case Condition.Reported reported -> CountChecks.reported(reported, names);
            case Condition.Hours hours -> PersonChecks.hours(hours);
            case Condition.Newcomer newcomer -> PersonChecks.newcomer(newcomer);
            case Condition.MemberFor memberFor -> PersonChecks.memberFor(memberFor);
            case Condition.Staff staff -> PersonChecks.staff(staff);
            case Condition.Country country -> PersonChecks.country(country);
            case Condition.StrikeCount strikes -> PersonChecks.strikes(strikes, names.policy());
        };
    }

    private List<Compiled> parts(List<Condition> conditions) {
        return conditions.stream().map(this::compile).toList();
    }

    private static List<Compiled> cheapFirst(List<Compiled> parts) {
        return parts.stream().sorted(Comparator.comparing(Compiled::cost)).toList();
    }

    /** All hold; the evidence is the first part of the text that fulfils one, or else what was found first. */
    private Compiled all(Condition.All all) {
        List<Compiled> parts = parts(all.of());
        List<Compiled> ordered = cheapFirst(parts);
        return Compiled.combining(all, parts, facts -> {
            Evidence best = Evidence.found("all", "every event");
            for (Compiled part : ordered) {
                Optional<Evidence> found = part.test(facts);
                if (found.isEmpty()) {
                    return found;
                }
                best = best.or(found.get());
            }
            return Optional.of(best);
        });
    }

    private Compiled any(Condition.Any any) {
        List<Compiled> parts = parts(any.of());
        List<Compiled> ordered = cheapFirst(parts);
        return Compiled.combining(any, parts, facts -> {
            for (Compiled part : ordered) {
                Optional<Evidence> found = part.test(facts);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        });
    }

    private Compiled not(Condition.Not not) {
        Compiled part = compile(not.of());
        return Compiled.combining(not, List.of(part), facts -> part.test(facts).isPresent()
                ? Optional.empty()
                : Optional.of(Evidence.found("not", "")));
    }

    /** A check that only reads what is known. */
    static Compiled plain(Condition condition, Check check) {
        return Compiled.of(condition, Cost.NOTHING, check);
    }
}
