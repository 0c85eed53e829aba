package dev.tertulia.server.console.page;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What every list shows around its rows: the search, the pages, and the links to save it.
 *
 * @param next the URL of the next page; {@code null} on the last one
 * @param note a sentence about rows that were not looked at; {@code null} if there are none
 */
public record ListControls(ListQuery query, int rows, @Nullable String next, @Nullable String note) {

    private static final Set<String> REPLACED = Set.of("q", "after", "format");

    /** The parameters that a new search keeps. */
    public List<Map.Entry<String, String>> kept() {
        return query.parameters().entrySet().stream().filter(entry -> !REPLACED.contains(entry.getKey())).toList();
    }

    /** The URL of the whole list as CSV. */
    public String csv() {
        return query.in(Export.Format.CSV);
    }

    /** The URL of the whole list as JSON. */
    public String json() {
        return query.in(Export.Format.JSON);
    }
}
