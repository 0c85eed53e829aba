package dev.tertulia.emulator;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;

/** Messages of people, reported to the bot in {@code messages} webhooks. Their time stamps are strings. */
final class InboundMessages {
    private static final String TEXT = "text";
    private static final String REACTION = "reaction";
    private static final String UNSUPPORTED = "unsupported";
    private static final ApiError NOT_SUPPORTED = ApiError.plain(400, 130501,
            "Message type is not currently supported");

    /** How a message is marked. */
    enum Forwarded {
        NO,
        ONCE,
        /** It was forwarded many times. */
        OFTEN;

        /** From JSON: true, or "often". */
        static Forwarded of(JsonNode json) {
            if (json.asText().equals("often")) {
                return OFTEN;
            }
            return json.asBoolean() ? ONCE : NO;
        }
    }

    /**
     * Message of a person.
     *
     * @param type such as text, image, reaction, location, contacts, button or unsupported
     * @param content the value at the key that is named like the type
     * @param quoted the id of the quoted message
     * @param forwarded how WhatsApp marks it
     * @param at when it was sent, null for now
     */
    record Message(String type, JsonNode content, @Nullable String quoted, Forwarded forwarded, @Nullable Instant at) {

        static Message text(String text, @Nullable String quoted, @Nullable Instant at) {
            return new Message(TEXT, Json.object("body", text), quoted, Forwarded.NO, at);
        }

        Message as(Forwarded mark) {
            return new Message(type, content, quoted, mark, at);
        }

        Message with(JsonNode other) {
            return new Message(type, other, quoted, forwarded, at);
        }
    }

    private final EmulatorState state;

    InboundMessages(EmulatorState state) {
        this.state = state;
    }

    /**
     * Sends a message of a person to a group or privately to the business, and returns its id. No webhook is sent for a
     * private message of a blocked person.
     */
    String sent(Chat chat, Person person, Message written) {
        Message message = ready(written);
        Instant at = Optional.ofNullable(message.at()).orElseGet(state::now);
        @Nullable
        ChatGroup group = chat instanceof ChatGroup one ? one : null;
        String id = group == null
                ? state.ids().inboundFrom(person.digits())
                : state.ids().inbound(group.internal(), person.digits());
        ObjectNode webhook = Json.object("from", person.waId(), "from_user_id", person.userId(), "group_id",
                group == null ? null : group.id(), "id", id, "timestamp", Long.toString(at.getEpochSecond()), "context",
                context(chat, message));
        show(chat, person, message, id, at);
        if (!message.type().equals(REACTION)) {
            chat.wrote(at);
        }
        if (group != null) {
            state.analytics().heardInGroup(at);
        }
        if (group != null || !chat.number().blocked().contains(person.id())) {
            post(chat.number(), person, webhook.setAll(content(message)));
        }
        return id;
    }

    /** Taps a button or a row of a message, and returns the id of the message that this sends. */
    String tapped(Chat chat, Person person, String messageId, String choice) {
        return sent(chat, person, Taps.of(existing(chat, messageId), choice));
    }

    private Message ready(Message message) {
        if (message.type().equals(TEXT) && message.content().path("body").asText().isBlank()) {
            throw new IllegalArgumentException("'text' must not be empty.");
        }
        return MediaKind.named(message.type()).map(kind -> message.with(attached(kind, message.content())))
                .orElse(message);
    }

    /** Stores a file and returns it as webhooks report it, with its hash and URL in place of its bytes. */
    private ObjectNode attached(MediaKind kind, JsonNode content) {
        byte[] bytes = Base64.getDecoder().decode(content.path("data").asText());
        String type = content.path("mime_type").asText(kind.usualType());
        if (!kind.comesAs(type)) {
            throw new IllegalArgumentException("WhatsApp sends no %s of type '%s'.".formatted(kind.word(), type));
        }
        StoredMedia media = state.media().received(type, bytes);
        return Json.object("caption", Json.text(content, "caption"), "filename", Json.text(content, "filename"),
                "mime_type", type, "sha256", StoredMedia.base64Hash(bytes), "id", media.id(), "url",
                state.media().address(state.base(), media), "voice",
                kind == MediaKind.AUDIO ? content.path("voice").asBoolean() : null, "animated",
                kind == MediaKind.STICKER ? content.path("animated").asBoolean() : null);
    }

    private static ObjectNode content(Message message) {
        return message.type().equals(UNSUPPORTED)
                ? Json.object("errors", List.of(NOT_SUPPORTED.inMessage()), "type", UNSUPPORTED)
                : Json.object(message.type(), message.content(), "type", message.type());
    }

    private @Nullable ObjectNode context(Chat chat, Message message) {
        if (message.forwarded() != Forwarded.NO) {
            return Json.object(message.forwarded() == Forwarded.OFTEN ? "frequently_forwarded" : "forwarded", true);
        }
        return message.quoted() == null
                ? null
                : Json.object("from", author(chat, existing(chat, message.quoted())), "id", message.quoted());
    }

    private static ChatMessage existing(Chat chat, String id) {
        return Optional.ofNullable(chat.message(id)).orElseThrow(() -> new IllegalArgumentException(
                "Nothing in '%s' has the id '%s', so it cannot be quoted.".formatted(chat.title(), id)));
    }

    private static @Nullable String author(Chat chat, ChatMessage chatMessage) {
        if (chatMessage.from().equals(ChatMessage.BUSINESS)) {
            return chat.number().display();
        }
        return chat.participant(chatMessage.from()).map(Person::waId).orElse(null);
    }

    private static void show(Chat chat, Person person, Message message, String id, Instant at) {
        if (message.type().equals(REACTION)) {
            react(chat, message,
                    chatMessage -> chatMessage.reacted(person.id(), message.content().path("emoji").asText()));
        } else {
            chat.add(new ChatMessage(id, at, person.id(), message.type(), shown(message), message.quoted(), null,
                    Map.of(),
                    null,
                    ChatMessage.Extra.media(Json.text(message.content(), "id"))));
        }
    }

    private static void react(Chat chat, Message message, UnaryOperator<ChatMessage> reaction) {
        chat.add(reaction.apply(existing(chat, message.content().path("message_id").asText())));
    }

    private static String shown(Message message) {
        JsonNode content = message.content();
        return switch (message.type()) {
            case TEXT -> content.path("body").asText();
            case "interactive", "button" -> Taps.words(content);
            default -> SendRequest.shown(message.type(), content);
        };
    }

    private void post(BusinessNumber number, Person person, ObjectNode message) {
        ObjectNode value = EmulatorState.value(number);
        value.set("contacts", Json.tree(List.of(person.asContact())));
        value.set("messages", Json.tree(List.of(message)));
        state.post(number, "messages", value);
    }
}
