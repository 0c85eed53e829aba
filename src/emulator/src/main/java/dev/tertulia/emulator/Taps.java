package dev.tertulia.emulator;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.ChatMessage.Choice;
import dev.tertulia.emulator.http.Json;

/** Taps of people on the buttons and lists of messages. */
final class Taps {
    private Taps() {}

    /**
     * Returns the message that a tap sends.
     *
     * @param id the id, payload or title of the choice
     * @throws IllegalArgumentException if the message has no such choice, or if it opens a link
     */
    static InboundMessages.Message of(ChatMessage message, String id) {
        List<Choice> all = message.extra().choices() == null ? List.of() : message.extra().choices().all();
        Choice choice = all.stream().filter(one -> one.id().equals(id)).findFirst()
                .or(() -> all.stream().filter(one -> one.title().equals(id)).findFirst())
                .orElseThrow(() -> new IllegalArgumentException("The message has no choice '%s'. Its choices are %s."
                        .formatted(id, all.stream().map(Choice::id).toList())));
        return switch (choice.kind()) {
            case "button" -> reply("interactive", message, Json.object("type", "button_reply", "button_reply",
                    Json.object("id", choice.id(), "title", choice.title())));
            case "row" -> reply("interactive", message, Json.object("type", "list_reply", "list_reply", Json.object(
                    "id", choice.id(), "title", choice.title(), "description", choice.description())));
            case "quick_reply" -> reply("button", message,
                    Json.object("payload", choice.id(), "text", choice.title()));
            default -> throw new IllegalArgumentException(
                    "'%s' opens %s on the phone; WhatsApp sends no message.".formatted(choice.title(), choice.id()));
        };
    }

    private static InboundMessages.Message reply(String type, ChatMessage message, ObjectNode content) {
        return new InboundMessages.Message(type, content, message.id(), InboundMessages.Forwarded.NO, null);
    }

    /** Returns the text of the choice that an {@code interactive} or {@code button} message reports. */
    static String words(JsonNode content) {
        return content.path(content.path("type").asText()).path("title").asText(content.path("text").asText());
    }
}
