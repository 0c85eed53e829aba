package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Meta's side of blocking: whoever wrote in the last 24 hours may be blocked, and writes into the void from then on. */
final class BlockCalls {
    private static final ObjectNode SILENT = Json.object("message", GraphError.WINDOW_SHUT.message(), "code",
            GraphError.WINDOW_SHUT.code(), "error_data",
            Json.object("details", "User has not messaged the business in the last 24 hours."));

    private final World world;

    BlockCalls(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(Route.graph("GET /{phone}/block_users", this::list),
                Route.graph("POST /{phone}/block_users", this::block),
                Route.graph("DELETE /{phone}/block_users", this::unblock));
    }

    private Response list(Visit visit) {
        return Paging.of(visit, world.number(visit.place("phone")).blocked().values().stream()
                .map(person -> Json.object("messaging_product", "whatsapp", "wa_id", person.waId(), "user_id",
                        person.userId()))
                .toList());
    }

    private Response block(Visit visit) {
        BusinessNumber number = world.number(visit.place("phone"));
        var added = new ArrayList<ObjectNode>();
        var failed = new ArrayList<ObjectNode>();
        for (String input : wanted(visit)) {
            String digits = People.digits(input);
            ObjectNode entry = Json.object("input", input, "wa_id", digits);
            if (number.windowOpen(digits, world.now())) {
                number.blocked().put(digits, world.people().called("", digits));
                added.add(entry);
            } else {
                failed.add(entry.set("errors", Json.tree(List.of(SILENT))));
            }
        }
        ObjectNode answer = Json.object("messaging_product", "whatsapp", "block_users", Json.object("added_users",
                added, "failed_users", failed.isEmpty() ? null : failed));
        return failed.isEmpty()
                ? Response.ok(answer)
                : Response.json(400, answer.setAll(GraphError.NOT_BLOCKED.body(world.ids().trace())));
    }

    private Response unblock(Visit visit) {
        BusinessNumber number = world.number(visit.place("phone"));
        List<ObjectNode> removed = wanted(visit).stream().map(input -> {
            number.blocked().remove(People.digits(input));
            return Json.object("input", input, "wa_id", People.digits(input));
        }).toList();
        return Response.ok(Json.object("messaging_product", "whatsapp", "block_users",
                Json.object("removed_users", removed)));
    }

    private static List<String> wanted(Visit visit) {
        var wanted = new ArrayList<String>();
        for (JsonNode one : visit.json().path("block_users")) {
            wanted.add(one.path("user").asText());
        }
        if (wanted.isEmpty()) {
            throw new Refusal(GraphError.missing("block_users"));
        }
        return wanted;
    }
}
