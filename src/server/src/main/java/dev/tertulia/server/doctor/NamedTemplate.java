package dev.tertulia.server.doctor;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A template that bots or rules name.
 *
 * @param where    what names it, for people
 * @param category the category that is expected; {@code null} for any
 * @param header   the names of the parameters of its header; {@code null} for any
 * @param body     the names of the parameters of its body
 */
public record NamedTemplate(String where, String name, String language, @Nullable String category,
        @Nullable Set<String> header, Set<String> body) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** The names of the parameters in a text. */
    static Set<String> places(@Nullable String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text == null ? "" : text).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    @Override
    public String toString() {
        return "the template '%s' in '%s', which %s names,".formatted(name, language, where);
    }
}
