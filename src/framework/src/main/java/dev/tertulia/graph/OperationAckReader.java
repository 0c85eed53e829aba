package dev.tertulia.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;
import dev.tertulia.message.Operation.Item;
import dev.tertulia.message.WireError;
import dev.tertulia.operation.OperationAck;

/** Reads the part of an answer that concerns an operation (wire reference, part 2). Most contain only the request id. */
final class OperationAckReader {

    static final List<String> DONE = List.of("approved_join_requests", "rejected_join_requests",
            "removed_participants");
    static final List<String> FAILED = List.of("failed_join_requests", "failed_participants");
    private static final List<String> NAMES = List.of("join_request_id", "user_id", "wa_id", "user", "input");

    private OperationAckReader() {}

    static OperationAck read(JsonNode body) {
        List<Item> items = new ArrayList<>();
        DONE.forEach(list -> body.path(list).forEach(item -> items.add(new Item(name(item), true, List.of()))));
        FAILED.forEach(list -> body.path(list).forEach(item -> items.add(new Item(name(item), false, errors(item)))));
        return new OperationAck(text(body, "request_id"), text(body, "invite_link"), items, errors(body));
    }

    private static String name(JsonNode item) {
        Stream<String> names = NAMES.stream().map(name -> item.path(name).asText(""));
        String name = item.isTextual() ? item.asText() : names.filter(one -> !one.isEmpty()).findFirst().orElse("");
        return Member.find(name).map(Member::address).orElse(name);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? value.asText() : null;
    }

    private static List<WireError> errors(JsonNode node) {
        List<WireError> errors = new ArrayList<>();
        node.path("errors").forEach(error -> errors.add(new WireError(error.path("code").asInt(-1),
                error.path("title").asText(""), text(error.path("error_data"), "details"))));
        return errors;
    }
}
