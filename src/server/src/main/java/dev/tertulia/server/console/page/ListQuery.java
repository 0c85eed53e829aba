package dev.tertulia.server.console.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.micronaut.http.HttpParameters;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows, as its URL says it.
 *
 * @param parameters the parameters of the URL
 */
public record ListQuery(String path, Map<String, String> parameters) {

    /** The rows of a page. */
    public static final int PAGE = 50;

    private static final String TEXT = "q";
    private static final String AFTER = "after";
    private static final String FORMAT = "format";

    /** The whole list, from its first page. */
    public static ListQuery of(String path) {
        return new ListQuery(path, Map.of());
    }

    static ListQuery of(String path, HttpParameters parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        parameters.names().stream().sorted().forEach(name -> {
            String value = parameters.get(name);
            if (value != null && !value.isBlank()) {
                all.put(name, value.strip());
            }
        });
        return new ListQuery(path, all);
    }

    /** A parameter; empty if there is none. */
    public String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The text that rows have to contain. */
    public String text() {
        return get(TEXT);
    }

    /** The row to go on after; {@code null} for the first page. */
    public @Nullable String after() {
        return parameters.get(AFTER);
    }

    /** The format in which the whole list is saved; empty for a page. */
    public Optional<Export.Format> format() {
        return Export.Format.of(get(FORMAT));
    }

    /** Whether one of these texts contains the text that is looked for. */
    public boolean matches(@Nullable String... texts) {
        String wanted = text().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return true;
        }
        for (String text : texts) {
            if (text != null && text.toLowerCase(Locale.ROOT).contains(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The URL of this list with one parameter changed, from its first page. */
    public String with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.remove(AFTER);
        changed.remove(FORMAT);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed.isEmpty()
                ? path
                : path + changed.entrySet().stream().map(ListQuery::encode).collect(Collectors.joining("&", "?", ""));
    }

    /** The same list, of rows that contain a text. */
    public ListQuery searching(String wanted) {
        return with(Map.of(TEXT, wanted));
    }

    /** The same list with other parameters; an empty one is left out. */
    public ListQuery with(Map<String, String> others) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.putAll(others);
        changed.values().removeIf(String::isEmpty);
        return new ListQuery(path, changed);
    }

    /** The URL of the page after a row. */
    public String after(String row) {
        return with(AFTER, row);
    }

    /** The URL of the whole list in a format. */
    public String in(Export.Format format) {
        return with(FORMAT, format.ending());
    }

    /** The URL of this list from its first page. */
    public String first() {
        return with(AFTER, "");
    }

    private static String encode(Map.Entry<String, String> parameter) {
        return URLEncoder.encode(parameter.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8);
    }
}
