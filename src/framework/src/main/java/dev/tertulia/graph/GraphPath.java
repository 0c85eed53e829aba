package dev.tertulia.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Ids;

/**
 * What a request is about, below the version: the one place where ids become an address. Each part is encoded, and one
 * that could name something else is refused.
 *
 * @param parts between the slashes, as they are meant
 * @param query names and values, as they are meant
 */
public record GraphPath(List<String> parts, List<Parameter> query) {

    /** A name and a value of the query. */
    public record Parameter(String name, String value) {}

    public GraphPath {
        parts = List.copyOf(parts);
        query = List.copyOf(query);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a path of the Graph API has one part at least");
        }
        parts.forEach(part -> Ids.plain("anything at WhatsApp", part));
    }

    public static GraphPath of(String... parts) {
        return new GraphPath(List.of(parts), List.of());
    }

    /** The same with a value in its query; {@code null} leaves it out. */
    public GraphPath with(String name, @Nullable String value) {
        return value == null
                ? this
                : new GraphPath(parts, Stream.concat(query.stream(), Stream.of(new Parameter(name, value))).toList());
    }

    /** As it is written, without the query, which may hold a secret. */
    String place() {
        return parts.stream().map(GraphPath::encoded).collect(Collectors.joining("/"));
    }

    /** As it stands in the address. */
    String written() {
        List<String> pairs = new ArrayList<>();
        query.forEach(one -> pairs.add(encoded(one.name()) + "=" + encoded(one.value())));
        return pairs.isEmpty() ? place() : place() + "?" + String.join("&", pairs);
    }

    /** As in a path: a form's plus for a space would be a plus there. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return place();
    }
}
