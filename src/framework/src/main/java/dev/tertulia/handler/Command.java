package dev.tertulia.handler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.OnCommand.Where;
import dev.tertulia.handler.WordTokenizer.Cut;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.PrivateMessage;
import dev.tertulia.message.Whitespace;
import dev.tertulia.phrases.Phrase;
import dev.tertulia.turn.EventView;

/**
 * A command such as {@code /remind {after} {words...}}: fixed words first, then words that bind to parameters.
 *
 * @param fixed     the fixed words, and behind them those of its aliases
 * @param rest      whether the last word takes all that is left
 * @param spellings the fixed words as they are compared, the prefix with the first of them
 */
record Command(String prefix, Where where, List<List<String>> fixed, List<Word> wordsInOrder, boolean rest,
        List<List<String>> spellings) implements Trigger {

    private static final String REST = "...";

    /** A word that binds to a parameter. */
    record Word(String name, boolean optional) {}

    /** Reads what stands in the annotation. */
    static Command parse(String prefix, String text, List<String> aliases, Where where) {
        List<String> literals = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        boolean rest = false;
        for (String word : WordTokenizer.split(text)) {
            boolean optional = isIn(word, "[", "]");
            boolean parameter = optional || isIn(word, "{", "}");
            boolean late = !words.isEmpty() && words.getLast().optional() && !optional;
            if (rest || late || !parameter && (!words.isEmpty() || isOdd(word, prefix))) {
                throw new IllegalArgumentException("\"" + text + "\" is no command; write it without " + prefix
                        + ", fixed words first, then {names}, then [optional names], {name...} or [name...] only at"
                        + " the end: \"remind {after} {words...}\"");
            }
            if (!parameter) {
                literals.add(literal(word));
                continue;
            }
            rest = word.substring(0, word.length() - 1).endsWith(REST);
            String name = word.substring(1, word.length() - (rest ? REST.length() + 1 : 1));
            if (name.isEmpty() || words.stream().anyMatch(other -> other.name().equals(name))) {
                throw new IllegalArgumentException("\"" + text + "\" needs a name of its own in each {…}");
            }
            words.add(new Word(name, optional));
        }
        if (literals.isEmpty()) {
            throw new IllegalArgumentException("a command needs a fixed word first, such as \"hours {day}\"");
        }
        List<List<String>> fixed = Stream.concat(Stream.of(List.copyOf(literals)),
                aliases.stream().map(alias -> alias(prefix, alias))).toList();
        return new Command(prefix, where, fixed, List.copyOf(words), rest,
                fixed.stream().map(spelling -> keys(prefix, spelling)).toList());
    }

    private static boolean isIn(String word, String open, String close) {
        return word.startsWith(open) && word.endsWith(close) && word.length() > 2;
    }

    private static boolean isOdd(String word, String prefix) {
        return word.contains("{") || word.contains("[") || word.startsWith(prefix);
    }

    private static String literal(String word) {
        return WordTokenizer.word(word).toLowerCase(Locale.ROOT);
    }

    private static List<String> alias(String prefix, String alias) {
        List<String> words = WordTokenizer.split(alias);
        if (words.isEmpty() || words.stream().anyMatch(word -> isOdd(word, prefix))) {
            throw new IllegalArgumentException("\"" + alias + "\" is no alias; write fixed words alone, without "
                    + prefix + ", such as aliases = \"meet\"");
        }
        return words.stream().map(Command::literal).toList();
    }

    private static List<String> keys(String prefix, List<String> literals) {
        return WordTokenizer.split(prefix + String.join(" ", literals)).stream().map(WordTokenizer::key).toList();
    }

    @Override
    public @Nullable Match match(EventView view) {
        if (!(view.event() instanceof IncomingMessage message) || !isHeardIn(message)) {
            return null;
        }
        for (List<String> spelling : spellings) {
            String left = behind(message.text(), spelling);
            if (left != null) {
                return bind(left);
            }
        }
        return null;
    }

    /** Whether it is accepted in the chat of an event. */
    boolean isHeardIn(Event event) {
        return switch (where) {
            case GROUP -> event instanceof GroupMessage;
            case PRIVATE -> event instanceof PrivateMessage;
            case ANYWHERE -> event instanceof IncomingMessage;
        };
    }

    private static @Nullable String behind(String text, List<String> keys) {
        String left = text;
        for (String key : keys) {
            Cut cut = WordTokenizer.cut(left);
            if (!WordTokenizer.key(cut.word()).equals(key)) {
                return null;
            }
            left = cut.rest();
        }
        return left;
    }

    private Match bind(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        String left = text;
        for (Word word : wordsInOrder) {
            if (Whitespace.isBlank(left)) {
                return word.optional() ? Match.of(words) : Match.misused(usage());
            }
            if (rest && word.equals(wordsInOrder.getLast())) {
                words.put(word.name(), left);
                left = "";
            } else {
                Cut cut = WordTokenizer.cut(left);
                words.put(word.name(), WordTokenizer.word(cut.word()));
                left = cut.rest();
            }
        }
        return Whitespace.isBlank(left) ? Match.of(words) : Match.misused(usage());
    }

    /** How to write it, for people. */
    Phrase usage() {
        return Phrase.of("usage", example());
    }

    /** The command with the names of its words. */
    String example() {
        return example(UnaryOperator.identity());
    }

    /** The same, with the names that people call the words by. */
    String example(UnaryOperator<String> names) {
        return prefix + String.join(" ", fixed.getFirst()) + wordsInOrder.stream().map(word -> " "
                + (word.optional() ? "[" + names.apply(word.name()) + "]" : names.apply(word.name())))
                .collect(Collectors.joining()) + (rest ? " …" : "");
    }

    /** The command as in the annotation, with the prefix. */
    String written() {
        String last = rest ? wordsInOrder.getLast().name() : "";
        return prefix + String.join(" ", fixed.getFirst()) + wordsInOrder.stream().map(word -> {
            String name = word.name() + (word.name().equals(last) ? REST : "");
            return word.optional() ? " [" + name + "]" : " {" + name + "}";
        }).collect(Collectors.joining());
    }

    /** More fixed words go first. */
    @Override
    public int rank() {
        return Triggers.COMMAND - fixed.getFirst().size() * 100 - wordsInOrder.size();
    }

    @Override
    public Set<String> words() {
        return wordsInOrder.stream().map(Word::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Set<String> optionalWords() {
        return wordsInOrder.stream().filter(Word::optional).map(Word::name).collect(Collectors.toSet());
    }

    @Override
    public Set<Identity> identities() {
        Set<Identity> identities = new LinkedHashSet<>();
        for (List<String> spelling : spellings) {
            String name = String.join(" ", spelling);
            if (where != Where.PRIVATE) {
                identities.add(new Identity("command", name));
            }
            if (where != Where.GROUP) {
                identities.add(new Identity("private command", name));
            }
        }
        return identities;
    }
}
