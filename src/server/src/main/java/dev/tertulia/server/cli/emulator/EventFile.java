package dev.tertulia.server.cli.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import dev.tertulia.server.cli.terminal.CommandFailed;

/** Reader of files of events. */
final class EventFile {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");
    private static final Pattern QUOTES = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final Pattern COMMAND = Pattern.compile("^(?:tertulia\\s+)?(?:trigger\\s+)?");

    private EventFile() {}

    /**
     * An event in a file.
     *
     * @param place where it stands
     * @param words the arguments of {@code trigger}
     */
    record Entry(String place, List<String> words) {}

    /**
     * Reads a file: YAML or JSON by its ending, else a line for each event.
     *
     * @throws CommandFailed if it cannot be read; says where and what to write
     */
    static List<Entry> read(Path file) {
        try {
            return file.toString().matches(".*\\.(ya?ml|json)")
                    ? structured(file, YAML.readTree(file.toFile()))
                    : lines(Files.readAllLines(file));
        } catch (IOException e) {
            throw new CommandFailed("The file %s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private static List<Entry> lines(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = COMMAND.matcher(lines.get(i).strip()).replaceFirst("");
            if (!line.isEmpty() && !line.startsWith("#")) {
                entries.add(new Entry("line " + (i + 1), split(line)));
            }
        }
        return entries;
    }

    /** The words of a line, as a shell splits them. */
    static List<String> split(String line) {
        return WORD.matcher(line).results().map(MatchResult::group)
                .map(word -> QUOTES.matcher(word).replaceAll(quoted -> Matcher.quoteReplacement(
                        quoted.group(1) == null ? quoted.group(2) : quoted.group(1))))
                .toList();
    }

    private static List<Entry> structured(Path file, JsonNode events) {
        if (!events.isArray()) {
            throw new CommandFailed("The file %s must contain a list, such as: - {event: join, group: tea, member: Ana}"
                    .formatted(file));
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode event : events) {
            String place = "event " + (entries.size() + 1);
            entries.add(new Entry(place, words(file + ", " + place, event)));
        }
        return entries;
    }

    private static List<String> words(String where, JsonNode node) {
        String name = node.path("event").asText();
        Optional<Event> event = TriggerCommand.events().filter(one -> one.name().equals(name)).findFirst();
        if (event.isEmpty()) {
            throw new CommandFailed("%s: '%s' is not an event; the events are %s.".formatted(where, name,
                    TriggerCommand.events().map(Event::name).collect(Collectors.joining(", "))));
        }
        Map<String, String> values = new HashMap<>();
        node.properties().stream().filter(value -> !value.getKey().equals("event"))
                .forEach(value -> values.put(value.getKey().replace('_', '-'), text(value.getValue())));
        List<String> known = event.get().fields().stream().map(Field::key).toList();
        values.keySet().stream().filter(key -> !known.contains(key)).sorted().findFirst().ifPresent(key -> {
            throw new CommandFailed("%s: %s has no '%s'; it has %s.".formatted(where, name, key,
                    String.join(", ", known)));
        });
        return List.of(EventCommand.words(event.get(), values));
    }

    /** Lists are written with commas, objects as JSON. */
    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asText).collect(Collectors.joining(","));
        }
        return value.isObject() ? value.toString() : value.asText();
    }
}
