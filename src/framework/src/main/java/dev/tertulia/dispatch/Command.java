package dev.tertulia.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.dispatch.Spelling.Cut;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Whitespace;

/**
 * A command such as {@code /remind {after} {words...}}: literal words first, then words that bind to parameters.
 *
 * @param rest whether the last parameter takes all that is left
 * @param keys the fixed words as they are compared, the prefix with the first of them
 */
record Command(String prefix, List<String> literals, List<String> parameters, boolean rest, List<String> keys)
        implements
            Trigger {

    private static final String REST = "...";

    /** Reads what stands in the annotation. */
    static Command parse(String prefix, String text) {
        List<String> literals = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        boolean rest = false;
        for (String word : Spelling.split(text)) {
            boolean parameter = word.startsWith("{") && word.endsWith("}") && word.length() > 2;
            if (rest || !parameter && (!parameters.isEmpty() || word.contains("{") || word.startsWith(prefix))) {
                throw new IllegalArgumentException("\"" + text + "\" is no command; write it without " + prefix
                        + ", fixed words first, then {names}, {name...} only at the end: \"remind {after} {words...}\"");
            }
            if (!parameter) {
                literals.add(Spelling.word(word).toLowerCase(Locale.ROOT));
                continue;
            }
            rest = word.endsWith(REST + "}");
            String name = word.substring(1, word.length() - (rest ? REST.length() + 1 : 1));
            if (name.isEmpty() || parameters.contains(name)) {
                throw new IllegalArgumentException("\"" + text + "\" needs a name of its own in each {…}");
            }
            parameters.add(name);
        }
        if (literals.isEmpty()) {
            throw new IllegalArgumentException("a command needs a fixed word first, such as \"hours {day}\"");
        }
        List<String> keys = Spelling.split(prefix + String.join(" ", literals)).stream().map(Spelling::key).toList();
        return new Command(prefix, List.copyOf(literals), List.copyOf(parameters), rest, keys);
    }

    @Override
    public @Nullable Match match(Event event) {
        if (!(event instanceof GroupMessage message)) {
            return null;
        }
        String left = message.text();
        for (String key : keys) {
            Cut cut = Spelling.cut(left);
            if (!Spelling.key(cut.word()).equals(key)) {
                return null;
            }
            left = cut.rest();
        }
        return bind(left);
    }

    private Match bind(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        String left = text;
        for (String parameter : parameters) {
            if (Whitespace.isBlank(left)) {
                return Match.misused(usage());
            }
            if (rest && parameter.equals(parameters.getLast())) {
                words.put(parameter, left);
                left = "";
            } else {
                Cut cut = Spelling.cut(left);
                words.put(parameter, Spelling.word(cut.word()));
                left = cut.rest();
            }
        }
        return Whitespace.isBlank(left) ? Match.of(words) : Match.misused(usage());
    }

    /** How to write it, for people. */
    String usage() {
        String names = parameters.stream().map(name -> " " + name).collect(Collectors.joining());
        return "Write it like this: " + prefix + String.join(" ", literals) + names + (rest ? " …" : "");
    }

    /** As it stands in the annotation, with the prefix. */
    String written() {
        String last = rest ? parameters.getLast() : "";
        return prefix + String.join(" ", literals) + parameters.stream()
                .map(name -> " {" + name + (name.equals(last) ? REST : "") + "}").collect(Collectors.joining());
    }

    /** More fixed words go first. */
    @Override
    public int rank() {
        return Triggers.COMMAND - literals.size() * 100 - parameters.size();
    }

    @Override
    public Set<String> words() {
        return new LinkedHashSet<>(parameters);
    }

    @Override
    public Identity identity() {
        return new Identity("command", String.join(" ", keys));
    }
}
