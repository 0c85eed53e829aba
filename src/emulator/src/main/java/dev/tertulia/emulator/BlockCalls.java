package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;

/**
 * Graph API calls to block users. A person who wrote in the last 24 hours can be blocked; later messages of that person are
 * dropped.
 */
final class BlockCalls {
    private static final ObjectNode SILENT = Json.object("message", ApiError.WINDOW_SHUT.message(), "code",
            ApiError.WINDOW_SHUT.code(), "error_data",
            Json.object("details", "User has not messaged the business in the last 24 hours."));

    private final EmulatorState state;

    BlockCalls(EmulatorState state) {
        this.state = state;
    }

    List<Route> routes() {
        return List.of(Route.graph("GET /{phone}/block_users", this::list),
                Route.graph("POST /{phone}/block_users", this::block),
                Route.graph("DELETE /{phone}/block_users", this::unblock));
    }

    private Response list(RoutedRequest routed) {
        return Paging.of(routed, state.number(routed.pathValue("phone")).blocked().stream()
                .map(state.people()::existing)
                .map(person -> Json.object("messaging_product", "whatsapp", "wa_id", person.waId(), "user_id",
                        person.userId()))
                .toList());
    }

    private Response block(RoutedRequest routed) {
        BusinessNumber number = state.number(routed.pathValue("phone"));
        var added = new ArrayList<ObjectNode>();
        var failed = new ArrayList<ObjectNode>();
        for (String input : wanted(routed)) {
            Person person = state.people().addressed(input);
            ObjectNode entry = named(input);
            if (number.chats().containsKey(person.id()) && number.chat(person).windowOpen(state.now())) {
                number.blocked().add(person.id());
                added.add(entry);
            } else {
                failed.add(entry.set("errors", Json.tree(List.of(SILENT))));
            }
        }
        ObjectNode answer = Json.object("messaging_product", "whatsapp", "block_users", Json.object("added_users",
                added, "failed_users", failed.isEmpty() ? null : failed));
        return failed.isEmpty()
                ? Response.ok(answer)
                : Response.json(400, answer.setAll(ApiError.NOT_BLOCKED.body(state.ids().trace())));
    }

    private Response unblock(RoutedRequest routed) {
        BusinessNumber number = state.number(routed.pathValue("phone"));
        List<ObjectNode> removed = wanted(routed).stream().map(input -> {
            number.blocked().remove(state.people().addressed(input).id());
            return named(input);
        }).toList();
        return Response.ok(Json.object("messaging_product", "whatsapp", "block_users",
                Json.object("removed_users", removed)));
    }

    private static ObjectNode named(String input) {
        return Person.isUserId(input)
                ? Json.object("input", input, "user_id", input)
                : Json.object("input", input, "wa_id", IdGenerator.digits(input));
    }

    private static List<String> wanted(RoutedRequest routed) {
        var wanted = new ArrayList<String>();
        for (JsonNode one : routed.json().path("block_users")) {
            wanted.add(one.path("user").asText(one.path("user_id").asText()));
        }
        if (wanted.isEmpty()) {
            throw new Refusal(ApiError.missing("block_users"));
        }
        return wanted;
    }
}
