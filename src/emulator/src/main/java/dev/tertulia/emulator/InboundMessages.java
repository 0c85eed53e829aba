package dev.tertulia.emulator;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;

/** What people say, told to the bot in {@code messages} webhooks. Their time stamps are strings. */
final class InboundMessages {
    private static final String TEXT = "text";
    private static final String REACTION = "reaction";
    private static final String UNSUPPORTED = "unsupported";
    private static final ApiError NOT_SUPPORTED = ApiError.plain(400, 130501,
            "Message type is not currently supported");

    /**
     * A message and when it was said.
     *
     * @param type of the message, such as text, image, reaction, location, contacts, button or unsupported
     * @param content the object under the key that is named like the type
     * @param at null means now
     */
    record Words(String type, ObjectNode content, @Nullable String quoted, boolean forwarded, @Nullable Instant at) {

        static Words text(String text, @Nullable String quoted, @Nullable Instant at) {
            return new Words(TEXT, Json.object("body", text), quoted, false, at);
        }

        Words with(ObjectNode other) {
            return new Words(type, other, quoted, forwarded, at);
        }
    }

    private final AccountState state;

    InboundMessages(AccountState state) {
        this.state = state;
    }

    String inGroup(ChatGroup group, Person person, Words said) {
        Words words = ready(said);
        Instant at = Optional.ofNullable(words.at()).orElseGet(state::now);
        String id = state.ids().inbound(group.internal(), person.digits());
        ObjectNode message = Json.object("from", person.waId(), "from_user_id", person.userId(), "group_id", group.id(),
                "id", id, "timestamp", Long.toString(at.getEpochSecond()), "context", context(group, words));
        show(group, person, words, id, at);
        group.wrote(at);
        state.analytics().heardInGroup(at);
        post(group.number(), person, message.setAll(content(words)));
        return id;
    }

    /** Says something to the business alone; who is blocked says it in vain. */
    String toBusiness(BusinessNumber number, Person person, Words said) {
        Words words = ready(said);
        Instant at = Optional.ofNullable(words.at()).orElseGet(state::now);
        String id = state.ids().inboundFrom(person.digits());
        number.heard(person.digits(), at);
        ObjectNode message = Json.object("from", person.waId(), "from_user_id", person.userId(), "id", id, "timestamp",
                Long.toString(at.getEpochSecond()));
        if (!number.blocked().containsKey(person.digits())) {
            post(number, person, message.setAll(content(words)));
        }
        return id;
    }

    private Words ready(Words words) {
        if (words.type().equals(TEXT) && words.content().path("body").asText().isBlank()) {
            throw new IllegalArgumentException("There is nothing to say: 'text' is empty.");
        }
        return MediaKind.named(words.type()).map(kind -> words.with(attached(kind, words.content()))).orElse(words);
    }

    /** A media as webhooks tell it: in the store, with its hash and address in place of its bytes. */
    private ObjectNode attached(MediaKind kind, ObjectNode content) {
        byte[] bytes = Base64.getDecoder().decode(content.path("data").asText());
        String type = content.path("mime_type").asText(kind.usualType());
        if (!kind.takes(type)) {
            throw new IllegalArgumentException("WhatsApp sends no %s of type '%s'.".formatted(kind.word(), type));
        }
        MediaFile media = state.media().received(type, bytes);
        return Json.object("caption", Json.text(content, "caption"), "filename", Json.text(content, "filename"),
                "mime_type", type, "sha256", MediaFile.base64Hash(bytes), "id", media.id(), "url",
                state.media().address(state.base(), media), "voice",
                kind == MediaKind.AUDIO ? content.path("voice").asBoolean() : null, "animated",
                kind == MediaKind.STICKER ? content.path("animated").asBoolean() : null);
    }

    private static ObjectNode content(Words words) {
        return words.type().equals(UNSUPPORTED)
                ? Json.object("errors", List.of(NOT_SUPPORTED.inMessage()), "type", UNSUPPORTED)
                : Json.object(words.type(), words.content(), "type", words.type());
    }

    private @Nullable ObjectNode context(ChatGroup group, Words words) {
        if (words.forwarded()) {
            return Json.object("forwarded", true);
        }
        return words.quoted() == null
                ? null
                : Json.object("from", author(group, existing(group, words.quoted())), "id", words.quoted());
    }

    private static ChatMessage existing(ChatGroup group, String id) {
        return Optional.ofNullable(group.message(id)).orElseThrow(() -> new IllegalArgumentException(
                "Nothing in '%s' has the id '%s', so it cannot be quoted.".formatted(group.subject(), id)));
    }

    private @Nullable String author(ChatGroup group, ChatMessage chatMessage) {
        if (chatMessage.from().equals(ChatMessage.BUSINESS)) {
            return group.number().display();
        }
        return Optional.ofNullable(group.members().get(chatMessage.from())).map(Person::waId).orElse(null);
    }

    private void show(ChatGroup group, Person person, Words words, String id, Instant at) {
        if (words.type().equals(REACTION)) {
            react(group, words,
                    chatMessage -> chatMessage.reacted(person.id(), words.content().path("emoji").asText()));
        } else {
            group.add(new ChatMessage(id, at, person.id(), words.type(), shown(words), words.quoted(), null, Map.of(),
                    null,
                    ChatMessage.Extra.media(Json.text(words.content(), "id"))));
        }
    }

    private static void react(ChatGroup group, Words words, UnaryOperator<ChatMessage> reaction) {
        group.add(reaction.apply(existing(group, words.content().path("message_id").asText())));
    }

    private static String shown(Words words) {
        ObjectNode content = words.content();
        return words.type().equals(TEXT) ? content.path("body").asText() : SendRequest.shown(words.type(), content);
    }

    private void post(BusinessNumber number, Person person, ObjectNode message) {
        ObjectNode value = AccountState.value(number);
        value.set("contacts", Json.tree(List.of(person.asContact())));
        value.set("messages", Json.tree(List.of(message)));
        state.post(number, "messages", value);
    }
}
