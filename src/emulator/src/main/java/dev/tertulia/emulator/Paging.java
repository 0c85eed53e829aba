package dev.tertulia.emulator;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
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
        return Response.ok(page.isEmpty()
                ? Json.object("data", page)
                : Json.object("data", page, "paging", paging(routed, from, to, all.size())));
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

    private static ObjectNode paging(RoutedRequest routed, int from, int to, int all) {
        String next = "%s%s?limit=%d&after=%s".formatted(routed.request().base(), routed.request().path(), to - from,
                IdGenerator.cursor(to));
        return Json.object("cursors", Json.object("before", IdGenerator.cursor(from), "after", IdGenerator.cursor(to)),
                "next",
                to < all ? next : null);
    }
}
