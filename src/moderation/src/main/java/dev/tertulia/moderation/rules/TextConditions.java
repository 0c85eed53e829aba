package dev.tertulia.moderation.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tertulia.moderation.text.Folding;
import dev.tertulia.moderation.text.WordList;

/** The reading of conditions on a message. */
final class TextConditions {

    private static final List<MessageType> MEDIA = List.of(MessageType.IMAGE, MessageType.VIDEO, MessageType.AUDIO,
            MessageType.VOICE, MessageType.DOCUMENT, MessageType.STICKER, MessageType.LOCATION);
    /** The number of letters at which capitals begin to count, unless the file says another. */
    private static final int LETTERS = 10;
    private static final double MANY_CAPITALS = 70;

    private TextConditions() {}

    /** A list, or a map with {@code list} or {@code file} and the options. */
    static Condition words(Value value) {
        if (value.isScalar() || value.isList()) {
            return new Condition.Words(checked(TextLists.inline(value)), true, true);
        }
        Fields fields = value.fields("'words'", "file", "list", "whole_word", "fold");
        if (fields.find("file").isPresent() == fields.find("list").isPresent()) {
            value.problem("'words' has either a file or a list; write for example file: words.txt");
        }
        List<TextLists.Entry> words = fields.find("file").map(TextLists::file)
                .orElseGet(() -> fields.get("list", TextLists::inline, List.of()));
        return new Condition.Words(checked(words), fields.get("whole_word", Value::flag, true),
                fields.get("fold", Value::flag, true));
    }

    /** Records words that would be empty once they are folded. */
    private static List<String> checked(List<TextLists.Entry> words) {
        words.stream().filter(word -> Folding.fold(word.text()).isEmpty())
                .forEach(word -> word.at().problem("'" + word.text() + "' is no word: it has no letter, digit or emoji;"
                        + " use 'pattern' for signs"));
        words.stream().filter(word -> word.text().length() > WordList.LONGEST_WORD)
                .forEach(word -> word.at().problem("a word has at most " + WordList.LONGEST_WORD + " characters"));
        return words.stream().map(TextLists.Entry::text).toList();
    }

    /** An expression, or a list of which one has to match. */
    static Condition pattern(Value value) {
        List<Condition> patterns = value.items().stream().map(Patterns::read).toList();
        return patterns.size() == 1 ? patterns.getFirst() : new Condition.Any(patterns);
    }

    /** {@code any}, or a map. */
    static Condition links(Value value) {
        if (value.isScalar()) {
            if (!value.is("any") && !value.is("true")) {
                value.problem("'links' is any, or a map such as { not_in: [example.org] }");
            }
            return new Condition.Links(Set.of(), Set.of(), Set.of());
        }
        Fields fields = value.fields("'links'", "any", "in", "not_in", "invites", "shorteners");
        fields.find("any").ifPresent(Value::mustBeTrue);
        Set<Condition.LinkKind> kinds = EnumSet.noneOf(Condition.LinkKind.class);
        if (fields.get("invites", Value::flag, false)) {
            kinds.add(Condition.LinkKind.INVITE);
        }
        if (fields.get("shorteners", Value::flag, false)) {
            kinds.add(Condition.LinkKind.SHORTENER);
        }
        return new Condition.Links(kinds, fields.get("in", Domains::read, Set.of()),
                fields.get("not_in", Domains::read, Set.of()));
    }

    /** {@code any}, a type, or a list of types. */
    static Condition media(Value value) {
        return new Condition.Media(value.is("any")
                ? Set.copyOf(MEDIA)
                : value.items().stream().map(item -> item.oneOf(MEDIA)).collect(Collectors.toSet()));
    }

    /** {@code true}, {@code false} or {@code often}. */
    static Condition forwarded(Value value) {
        if (value.is("often")) {
            return new Condition.Forwarded(true);
        }
        if (!value.is("true") && !value.is("false")) {
            value.problem("'forwarded' is true or often");
        }
        Condition forwarded = new Condition.Forwarded(false);
        return value.is("false") ? new Condition.Not(forwarded) : forwarded;
    }

    /** {@code true}, a percentage, or a map. */
    static Condition capitals(Value value) {
        if (value.isScalar()) {
            return new Condition.Capitals(value.is("true") ? MANY_CAPITALS : value.percent(), LETTERS);
        }
        Fields fields = value.fields("'capitals'", "over", "letters");
        return new Condition.Capitals(fields.get("over", Value::percent, MANY_CAPITALS),
                fields.get("letters", Value::count, LETTERS));
    }

    /** A number, which is the least one, or a map. */
    static Range range(Value value) {
        if (value.isScalar()) {
            return new Range(value.count(), Long.MAX_VALUE);
        }
        Fields fields = value.fields("'" + value.key() + "'", "over", "at_least", "at_most", "under");
        if (fields.keys().isEmpty()) {
            value.problem("'" + value.key() + "' is empty; write for example at_least: 10");
        }
        long from = Math.max(fields.get("at_least", limit -> limit.number(0), 0),
                fields.find("over").map(limit -> limit.number(0) + 1).orElse(0));
        long to = Math.min(fields.find("at_most").map(limit -> (long) limit.number(0)).orElse(Long.MAX_VALUE),
                fields.find("under").map(limit -> limit.number(1) - 1L).orElse(Long.MAX_VALUE));
        if (from > to) {
            value.problem("no number is at least " + from + " and at most " + to);
        }
        return new Range(from, to);
    }

    static Condition classifier(Value value) {
        Fields fields = value.fields("'classifier'", "name", "label", "over");
        return new Condition.Classified(fields.get("name", Value::text, "default"),
                fields.need("label", Value::text, ""), fields.need("over", Value::share, 0.0));
    }
}
