package dev.tertulia.emulator;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;

/**
 * Message that a call asks to send, validated as far as possible without the account's state.
 *
 * @param content the object at the key that is named like the type
 * @param quoted the id of the quoted message
 * @param opaque the caller's data, returned in the statuses
 */
record SendRequest(String to, boolean toGroup, String type, JsonNode content, @Nullable String quoted,
        @Nullable String opaque) {
    private static final String REACTION = "reaction";
    private static final String INTERACTIVE = "interactive";
    private static final Set<String> FOR_GROUPS = Set.of("text", "template", "pin");
    private static final Set<String> FOR_PEOPLE = Set.of("text", "template", INTERACTIVE, "location", "contacts",
            REACTION);
    private static final Map<String, Set<String>> KEYS = Map.of("text", Set.of("body", "preview_url"), "image",
            Set.of("id", "link", "caption"), "video", Set.of("id", "link", "caption"), "audio",
            Set.of("id", "link", "voice"), "document", Set.of("id", "link", "caption", "filename"), "sticker",
            Set.of("id", "link"));
    private static final Set<String> PINNING = Set.of("pin", "unpin");
    private static final int LONGEST_CAPTION = 1024;
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_OPAQUE = 512;

    static void checkProduct(JsonNode body) {
        if (!"whatsapp".equals(Json.text(body, "messaging_product"))) {
            throw new Refusal(ApiError.PRODUCT_MISSING);
        }
    }

    static SendRequest read(JsonNode body) {
        checkProduct(body);
        String recipientType = body.path("recipient_type").asText("individual");
        if (!recipientType.equals("group") && !recipientType.equals("individual")) {
            throw invalid("recipient_type must be one of {individual, group}.");
        }
        String to = body.hasNonNull("recipient") ? required(body, "recipient") : required(body, "to");
        boolean toGroup = recipientType.equals("group");
        if (toGroup == looksLikePerson(to)) {
            throw invalid("recipient_type and to do not match.");
        }
        String type = body.path("type").asText("text");
        checkType(type, toGroup);
        if (!body.path(type).isObject() && !type.equals("contacts")) {
            throw new Refusal(ApiError.missing(type));
        }
        var request = new SendRequest(to, toGroup, type, body.path(type), Json.text(body.path("context"), "message_id"),
                Json.text(body, "biz_opaque_callback_data"));
        request.checkContent();
        return request;
    }

    private static boolean looksLikePerson(String to) {
        return to.matches("[+() -]*\\d[+\\d() -]*") || Person.isUserId(to);
    }

    private static void checkType(String type, boolean toGroup) {
        if (MediaKind.named(type).isEmpty() && !(toGroup ? FOR_GROUPS : FOR_PEOPLE).contains(type)) {
            throw new Refusal(ApiError.unsupportedType("Message type '%s' is not supported%s.".formatted(type,
                    toGroup ? " in groups" : "")));
        }
    }

    private void checkContent() {
        if (opaque != null && Json.characters(opaque) > LONGEST_OPAQUE) {
            throw invalid("biz_opaque_callback_data must be at most %d characters.".formatted(LONGEST_OPAQUE));
        }
        checkKeys();
        if (type.equals("text")) {
            checkText(required(content, "body"));
        } else if (type.equals("pin")) {
            checkPin();
        } else if (isTemplate()) {
            required(content, "name");
            required(content.path("language"), "code");
        } else if (isMedia()) {
            checkMedia();
        } else {
            checkPrivate();
        }
    }

    /** Checks the content that only people can get. */
    private void checkPrivate() {
        switch (type) {
            case INTERACTIVE -> Interactive.check(content);
            case REACTION -> required(content, "message_id");
            case "location" -> {
                number("latitude", 90);
                number("longitude", 180);
            }
            default -> checkContacts();
        }
    }

    private void number(String key, int most) {
        if (!required(content, key).matches("-?\\d+(\\.\\d+)?") || Math.abs(content.path(key).asDouble()) > most) {
            throw invalid("Param location['%s'] must be a number between -%2$d and %2$d.".formatted(key, most));
        }
    }

    private void checkContacts() {
        if (!content.isArray() || content.isEmpty()) {
            throw new Refusal(ApiError.missing("contacts"));
        }
        content.forEach(contact -> required(contact.path("name"), "formatted_name"));
    }

    private void checkMedia() {
        if (!content.hasNonNull("id") && !content.hasNonNull("link")) {
            throw new Refusal(ApiError.missing(type + ".id or " + type + ".link"));
        }
        if (content.hasNonNull("link") && !content.path("link").asText().matches("https?://.+")) {
            throw invalid("%s.link must be an http or https address.".formatted(type));
        }
        if (Json.characters(content.path("caption").asText()) > LONGEST_CAPTION) {
            throw invalid("Param %s['caption'] must be at most %d characters long.".formatted(type, LONGEST_CAPTION));
        }
    }

    private void checkKeys() {
        content.fieldNames().forEachRemaining(key -> {
            if (KEYS.containsKey(type) && !KEYS.get(type).contains(key)) {
                throw new Refusal(
                        ApiError.parameter("Unexpected key \"%s\" on param \"%s\".".formatted(key, type)));
            }
        });
    }

    private static void checkText(String text) {
        if (text.isBlank()) {
            throw invalid("Text body must not be empty.");
        }
        if (Json.characters(text) > LONGEST_TEXT) {
            throw invalid("Param text['body'] must be at most %d characters long.".formatted(LONGEST_TEXT));
        }
    }

    private void checkPin() {
        required(content, "message_id");
        String operation = required(content, "type");
        if (!PINNING.contains(operation)) {
            throw invalid("pin.type must be one of {pin, unpin}.");
        }
        int days = content.path("expiration_days").asInt();
        if (operation.equals("pin") && (days < 1 || days > 30)) {
            throw invalid("expiration_days must be between 1 and 30");
        }
    }

    private static String required(JsonNode node, String key) {
        @Nullable
        String value = Json.text(node, key);
        if (value == null) {
            throw new Refusal(ApiError.missing(key));
        }
        return value;
    }

    private static Refusal invalid(String details) {
        return new Refusal(ApiError.invalid(details));
    }

    boolean isTemplate() {
        return type.equals("template");
    }

    boolean isPin() {
        return type.equals("pin");
    }

    boolean isMedia() {
        return MediaKind.named(type).isPresent();
    }

    boolean isReaction() {
        return type.equals(REACTION);
    }

    /** Returns the id of the message to react to. */
    String reactedTo() {
        return content.path("message_id").asText();
    }

    boolean isInteractive() {
        return type.equals(INTERACTIVE);
    }

    /** Returns the text that people read, except for a template. */
    String words() {
        return switch (type) {
            case "text" -> content.path("body").asText();
            case INTERACTIVE -> Interactive.words(content);
            default -> shown(type, content);
        };
    }

    /** Returns the text that stands for other content. */
    static String shown(String type, JsonNode content) {
        if (type.equals("contacts")) {
            return "[contacts] " + content.path(0).path("name").path("formatted_name").asText();
        }
        String name = content.path("filename").asText(content.path("name").asText(content.path("text").asText()));
        String caption = content.path("caption").asText(name);
        return caption.isEmpty() ? "[" + type + "]" : "[" + type + "] " + caption;
    }
}
