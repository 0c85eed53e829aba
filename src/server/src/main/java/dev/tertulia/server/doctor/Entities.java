package dev.tertulia.server.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** Findings about the entities of a health status. */
final class Entities {

    private Entities() {}

    /** A finding for each entity that is limited or blocked, with Meta's own reason and solution if it gives one. */
    static List<Finding> findings(Check check, List<JsonNode> entities, String otherwise) {
        return entities.stream().flatMap(entity -> finding(check, entity, otherwise).stream()).toList();
    }

    private static Optional<Finding> finding(Check check, JsonNode entity, String otherwise) {
        String what = entity.path("entity_type").asText() + " " + entity.path("id").asText();
        return switch (entity.path("can_send_message").asText()) {
            case "BLOCKED" -> Optional.of(Finding.problem(check, what + " cannot send: " + texts(entity.path("errors"),
                    "error_description", "WhatsApp gives no reason"),
                    texts(entity.path("errors"), "possible_solution", otherwise)));
            case "LIMITED" -> Optional.of(Finding.warning(check, what + " is limited: "
                    + GraphFacts.stream(entity.path("additional_info")).map(JsonNode::asText)
                            .collect(Collectors.joining(" ")),
                    otherwise));
            default -> Optional.empty();
        };
    }

    private static String texts(JsonNode errors, String key, String otherwise) {
        String texts = GraphFacts.stream(errors).map(error -> error.path(key).asText(""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
        return texts.isEmpty() ? otherwise : texts;
    }
}
