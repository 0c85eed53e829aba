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

import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;

/**
 * A command such as {@code /remind {after} {words...}}: literal words first, then words that bind to parameters.
 *
 * @param rest whether the last parameter takes all that is left
 */
record Command(String prefix, List<String> literals, List<String> parameters, boolean rest) implements Trigger {

    private static final String REST = "...";

    /** Reads what stands in the annotation. */
    static Command parse(String prefix, String text) {
        List<String> literals = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        boolean rest = false;
        for (String word : text.strip().split("\\s+")) {
            boolean parameter = word.startsWith("{") && word.endsWith("}") && word.length() > 2;
            if (rest || !parameter && (!parameters.isEmpty() || word.contains("{") || word.startsWith(prefix))) {
                throw new IllegalArgumentException("\"" + text + "\" is no command; write it without " + prefix
                        + ", fixed words first, then {names}, {name...} only at the end: \"remind {after} {words...}\"");
            }
            if (!parameter) {
                literals.add(word.toLowerCase(Locale.ROOT));
                continue;
            }
            rest = word.endsWith(REST + "}");
            String name = word.substring(1, word.length() - (rest ? REST.length() + 1 : 1));
            if (name.isEmpty() || parameters.contains(name)) {
                throw new IllegalArgumentException("\"" + text + "\" needs a name of its own in each {…}");
            }
            parameters.add(name);
        }
        if (literals.isEmpty() || literals.getFirst().isEmpty()) {
            throw new IllegalArgumentException("a command needs a fixed word first, such as \"hours {day}\"");
        }
        return new Command(prefix, List.copyOf(literals), List.copyOf(parameters), rest);
    }

    @Override
    public @Nullable Match match(Event event) {
        if (!(event instanceof GroupMessage message) || !message.text().strip().startsWith(prefix)) {
            return null;
        }
        String left = message.text().strip().substring(prefix.length());
        for (String literal : literals) {
            String[] split = left.split("\\s+", 2);
            if (!split[0].toLowerCase(Locale.ROOT).equals(literal)) {
                return null;
            }
            left = split.length > 1 ? split[1] : "";
        }
        return bind(left);
    }

    private Match bind(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        String left = text;
        for (String parameter : parameters) {
            if (left.isEmpty()) {
                return Match.misused(usage());
            }
            boolean takesRest = rest && parameter.equals(parameters.getLast());
            String[] split = left.split("\\s+", takesRest ? 1 : 2);
            words.put(parameter, split[0]);
            left = split.length > 1 ? split[1] : "";
        }
        return left.isEmpty() ? Match.of(words) : Match.misused(usage());
    }

    /** How to write it, for people. */
    String usage() {
        String names = parameters.stream().map(name -> " " + name).collect(Collectors.joining());
        return "Write it like this: " + prefix + String.join(" ", literals) + names + (rest ? " …" : "");
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
        return new Identity("command", prefix + String.join(" ", literals));
    }
}
