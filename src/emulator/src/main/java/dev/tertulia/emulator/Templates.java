package dev.tertulia.emulator;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The message templates of the account. While it has none, any name is accepted. Thread-safe. */
public final class Templates {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private record Key(String name, String language) {}

    private final Map<Key, String> bodies = new LinkedHashMap<>();

    Templates() {}

    /** Adds or replaces a template. Its body may have places for parameters: {{1}}, {{2}} or {{by_name}}. */
    public synchronized void add(String name, String language, String body) {
        if (name.isBlank() || language.isBlank() || body.isBlank()) {
            throw new IllegalArgumentException(
                    "A template has a name, a language such as en, and a body such as 'Welcome, {{1}}!'.");
        }
        bodies.put(new Key(name, language), body);
    }

    synchronized void clear() {
        bodies.clear();
    }

    synchronized List<String> names() {
        return bodies.keySet().stream().map(key -> key.name() + " (" + key.language() + ")").toList();
    }

    /** What people read, or a refusal in Meta's words. Positional parameters are keyed 1, 2 and so on. */
    synchronized String fill(String name, String language, Map<String, String> parameters) {
        if (bodies.isEmpty()) {
            return parameters.isEmpty() ? name : name + ": " + String.join(", ", parameters.values());
        }
        @Nullable
        String body = bodies.get(new Key(name, language));
        if (body == null) {
            throw new Refusal(GraphError.of(404, 132001, "Template does not exist",
                    "template name (%s) does not exist in %s".formatted(name, language)));
        }
        int places = places(body).size();
        if (places != parameters.size()) {
            throw new Refusal(GraphError.of(400, 132000, "Template Param Count Mismatch",
                    "body: number of localizable_params (%d) does not match the expected number of params (%d)"
                            .formatted(parameters.size(), places)));
        }
        return PLACE.matcher(body).replaceAll(place -> Matcher.quoteReplacement(
                parameters.getOrDefault(place.group(1), place.group())));
    }

    private static Set<String> places(String body) {
        var places = new LinkedHashSet<String>();
        PLACE.matcher(body).results().forEach(place -> places.add(place.group(1)));
        return places;
    }
}
