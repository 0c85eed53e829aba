package dev.tertulia.emulator;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Meta's list of the number's groups, page by page. Suspended ones are not in it. */
final class GroupPages {
    private static final int PAGE = 25;
    private static final int LONGEST_PAGE = 1024;

    private final World world;

    GroupPages(World world) {
        this.world = world;
    }

    Response list(Visit visit) {
        List<ChatGroup> all = world.groups().values().stream()
                .filter(group -> group.announced() && !group.suspended()).toList();
        int limit = visit.number("limit", PAGE);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new Refusal(GraphError.invalid("limit must be between 1 and %d.".formatted(LONGEST_PAGE)));
        }
        int from = offset(visit.request().query().get("after"), all.size());
        int to = Math.min(all.size(), from + limit);
        List<ObjectNode> page = all.subList(from, to).stream().map(group -> Json.object("id", group.id(),
                "creation_timestamp", group.createdAt().getEpochSecond(), "subject", group.subject())).toList();
        return Response.ok(page.isEmpty()
                ? Json.object("data", List.of())
                : Json.object("data", page, "paging", paging(visit, from, to, all.size())));
    }

    private static int offset(@Nullable String cursor, int most) {
        for (int i = 0; cursor != null && i <= most; i++) {
            if (Ids.cursor(i).equals(cursor)) {
                return i;
            }
        }
        if (cursor != null) {
            throw new Refusal(GraphError.INVALID_CURSOR);
        }
        return 0;
    }

    private static ObjectNode paging(Visit visit, int from, int to, int all) {
        String next = "https://graph.facebook.com%s?limit=%d&after=%s".formatted(visit.request().path(), to - from,
                Ids.cursor(to));
        return Json.object("cursors", Json.object("before", Ids.cursor(from), "after", Ids.cursor(to)), "next",
                to < all ? next : null);
    }
}
