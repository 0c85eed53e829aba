package dev.tertulia.moderation.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Conditions as a rule file writes them, on one line. */
public final class ConditionText {

    /** Longer lists are shown by their first items. */
    private static final int MOST_ITEMS = 5;

    private ConditionText() {}

    /** The condition on one line. */
    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.of().isEmpty() ? "always" : several("all", all.of());
            case Condition.Any any -> any.of().isEmpty() ? "never" : several("any", any.of());
            case Condition.Not not -> "not: { " + of(not.of()) + " }";
            case Condition.Words words -> "words: " + words(words);
            case Condition.TextPattern pattern -> "pattern: '" + pattern.expression().replace("'", "''") + "'";
            case Condition.Links links -> "links: " + links(links);
            case Condition.PhoneNumbers _ -> "phone_numbers: true";
            case Condition.Emails _ -> "emails: true";
            case Condition.Contacts _ -> "contacts: true";
            case Condition.Media media -> "media: " + list(words(media.types()));
            case Condition.Forwarded forwarded -> "forwarded: " + (forwarded.often() ? "often" : "true");
            case Condition.Capitals capitals -> "capitals: { over: " + number(capitals.percent()) + "%, letters: "
                    + capitals.letters() + " }";
            case Condition.Emoji emoji -> "emoji: " + range(emoji.count());
            case Condition.Length length -> "length: " + range(length.characters());
            case Condition.Classified classified -> "classifier: { name: %s, label: %s, over: %s }".formatted(
                    classified.name(), classified.label(), number(classified.over()));
            case Condition.Staff _ -> "staff: true";
            case Condition.Country country -> "country: " + country(country);
            default -> timed(condition);
        };
    }

    /** A condition with numbers and times. */
    private static String timed(Condition condition) {
        return switch (condition) {
            case Condition.Flood flood -> "flood: { messages: %d, within: %s, per: %s }".formatted(flood.messages(),
                    Durations.show(flood.within()), Value.word(flood.per()));
            case Condition.Repeated repeated -> "repeated: { times: %d, within: %s, per: %s, similar: %s }".formatted(
                    repeated.times(), Durations.show(repeated.within()), Value.word(repeated.per()),
                    repeated.similar());
            case Condition.JoinWave wave ->
                "join_wave: { requests: %d, within: %s, per: %s }".formatted(wave.requests(),
                        Durations.show(wave.within()), Value.word(wave.per()));
            case Condition.Reported reported -> "reported: { by: %d, within: %s }".formatted(reported.by(),
                    Durations.show(reported.within()));
            case Condition.Hours hours -> "hours: { from: %s, to: %s, zone: %s }".formatted(hours.from(), hours.to(),
                    hours.zone());
            case Condition.Newcomer newcomer -> "newcomer: { within: " + Durations.show(newcomer.within()) + " }";
            case Condition.MemberFor memberFor -> "member_for: " + Durations.show(memberFor.atLeast());
            case Condition.StrikeCount strikes -> "strikes: { at_least: " + strikes.atLeast() + " }";
            default -> throw new IllegalStateException(condition.toString());
        };
    }

    private static String several(String key, List<Condition> parts) {
        return parts.stream().map(part -> "{ " + of(part) + " }").collect(Collectors.joining(", ", key + ": [ ", " ]"));
    }

    private static String words(Condition.Words words) {
        String list = list(words.words());
        return words.wholeWord() && words.fold()
                ? list
                : "{ list: %s, whole_word: %s, fold: %s }".formatted(list, words.wholeWord(), words.fold());
    }

    private static List<String> words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Value::word).sorted().toList();
    }

    private static String links(Condition.Links links) {
        List<String> parts = new ArrayList<>();
        addList(parts, "in", links.in());
        addList(parts, "not_in", links.notIn());
        if (links.kinds().contains(Condition.LinkKind.INVITE)) {
            parts.add("invites: true");
        }
        if (links.kinds().contains(Condition.LinkKind.SHORTENER)) {
            parts.add("shorteners: true");
        }
        return parts.isEmpty() ? "any" : "{ " + String.join(", ", parts) + " }";
    }

    private static String country(Condition.Country country) {
        List<String> parts = new ArrayList<>();
        addList(parts, "in", country.in().stream().map(ConditionText::prefix).toList());
        addList(parts, "not_in", country.notIn().stream().map(ConditionText::prefix).toList());
        return "{ " + String.join(", ", parts) + " }";
    }

    private static String prefix(String country) {
        return Character.isDigit(country.charAt(0)) ? "\"+" + country + "\"" : country;
    }

    private static void addList(List<String> parts, String key, Collection<String> items) {
        if (!items.isEmpty()) {
            parts.add(key + ": " + list(items.stream().sorted().toList()));
        }
    }

    private static String list(List<String> items) {
        String more = items.size() > MOST_ITEMS ? ", … " + (items.size() - MOST_ITEMS) + " more" : "";
        return items.stream().limit(MOST_ITEMS).collect(Collectors.joining(", ", "[", more + "]"));
    }

    private static String range(Range range) {
        List<String> parts = new ArrayList<>();
        if (range.from() > 0) {
            parts.add("at_least: " + range.from());
        }
        if (range.to() < Long.MAX_VALUE) {
            parts.add("at_most: " + range.to());
        }
        return "{ " + String.join(", ", parts) + " }";
    }

    private static String number(double number) {
        return number == Math.rint(number)
                ? String.valueOf((long) number)
                : String.format(Locale.ROOT, "%s", number);
    }
}
