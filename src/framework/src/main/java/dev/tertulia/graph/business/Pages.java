package dev.tertulia.graph.business;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.business.RefusedByWhatsApp;

/**
 * A list in pages, each fetched on demand. If a cursor becomes invalid, paging restarts once at the first page, and
 * items already returned are skipped.
 */
final class Pages<T> implements Iterator<T> {

    private static final Set<Integer> INVALID_CURSOR = Set.of(131059, 139102);

    private final Function<@Nullable String, JsonNode> fetch;
    private final Function<JsonNode, List<T>> read;
    private final Function<T, String> id;
    private final Set<String> seen = new HashSet<>();
    private final Queue<T> page = new ArrayDeque<>();
    private @Nullable String cursor;
    private boolean more = true;
    private boolean restarted;

    private Pages(Function<@Nullable String, JsonNode> fetch, Function<JsonNode, List<T>> read,
            Function<T, String> id) {
        this.fetch = fetch;
        this.read = read;
        this.id = id;
    }

    /**
     * The items of all pages.
     *
     * @param fetch gets the page after a cursor, the first one for {@code null}
     * @param read reads the array of a page's items
     * @throws dev.tertulia.business.WhatsAppUnavailable from the stream, if an answer is not a list
     */
    static <T> Stream<T> of(Function<@Nullable String, JsonNode> fetch, Function<JsonNode, List<T>> read,
            Function<T, String> id) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Pages<>(fetch, read, id),
                Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public boolean hasNext() {
        while (page.isEmpty() && more) {
            turn();
        }
        return !page.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.remove();
    }

    private void turn() {
        JsonNode answer = fetch();
        read.apply(ResponseMapper.list(answer)).stream().filter(item -> seen.add(id.apply(item))).forEach(page::add);
        String after = ResponseMapper.text(answer.at("/paging/cursors"), "after");
        more = answer.path("paging").hasNonNull("next") && after != null && !after.equals(cursor);
        cursor = after;
    }

    private JsonNode fetch() {
        try {
            return fetch.apply(cursor);
        } catch (RefusedByWhatsApp refused) {
            if (!INVALID_CURSOR.contains(refused.code()) || restarted) {
                throw refused;
            }
            restarted = true;
            cursor = null;
            return fetch.apply(null);
        }
    }
}
