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
 * The path of a request below the version. All ids become part of an address here: each part is encoded, and a part
 * that could name something else is refused.
 *
 * @param parts between the slashes, as they are meant
 * @param query names and values, as they are meant
 */
public record GraphPath(List<String> parts, List<Parameter> query) {

    /** A name and value of the query. */
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

    /** The same path with one more query parameter; {@code null} leaves it out. */
    public GraphPath with(String name, @Nullable String value) {
        return value == null
                ? this
                : new GraphPath(parts, Stream.concat(query.stream(), Stream.of(new Parameter(name, value))).toList());
    }

    /** The path without the query, which may contain a secret. */
    String place() {
        return parts.stream().map(GraphPath::encoded).collect(Collectors.joining("/"));
    }

    /** The path as part of the address. */
    String written() {
        List<String> pairs = new ArrayList<>();
        query.forEach(one -> pairs.add(encoded(one.name()) + "=" + encoded(one.value())));
        return pairs.isEmpty() ? place() : place() + "?" + String.join("&", pairs);
    }

    /** Encodes as in a path, where a plus is not a space. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return place();
    }
}
