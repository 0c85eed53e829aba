package dev.tertulia.emulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.RoutedRequest;

/** Pages of a Graph API list. */
final class Paging {
    private static final int PAGE = 25;
    private static final int LONGEST_PAGE = 1024;

    private Paging() {}

    static Response of(RoutedRequest routed, List<ObjectNode> all) {
        int limit = routed.number("limit", PAGE);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new Refusal(ApiError.invalid("limit must be between 1 and %d.".formatted(LONGEST_PAGE)));
        }
        @Nullable
        String after = routed.request().query().get("after");
        @Nullable
        String before = routed.request().query().get("before");
        if (after != null && before != null) {
            throw new Refusal(ApiError.parameter("after and before cannot be combined."));
        }
        int to = before == null ? Math.min(all.size(), offset(after, all.size()) + limit) : offset(before, all.size());
        int from = before == null ? offset(after, all.size()) : Math.max(0, to - limit);
        List<ObjectNode> page = all.subList(from, to);
        if (page.isEmpty()) {
            return Response.ok(Json.object("data", page));
        }
        ObjectNode cursors = Json.object("before", IdGenerator.cursor(from), "after", IdGenerator.cursor(to));
        return Response.ok(Json.object("data", page, "paging",
                Json.object("cursors", cursors, "next", to < all.size() ? next(routed.request(), limit, to) : null)));
    }

    private static int offset(@Nullable String cursor, int most) {
        for (int i = 0; cursor != null && i <= most; i++) {
            if (IdGenerator.cursor(i).equals(cursor)) {
                return i;
            }
        }
        if (cursor != null) {
            throw new Refusal(ApiError.INVALID_CURSOR);
        }
        return 0;
    }

    /** Returns the address of the next page: the same question, with another cursor. */
    private static String next(Request request, int limit, int offset) {
        var query = new TreeMap<>(request.query());
        query.remove("before");
        query.put("limit", Integer.toString(limit));
        query.put("after", IdGenerator.cursor(offset));
        return request.base() + request.path() + query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
