package dev.tertulia.emulator;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.OutboundMessages.Reading;
import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.RoutedRequest;

/** Graph API call {@code POST /{phone}/messages}. */
final class MessageCalls {
    private static final int LONGEST_PIN_NOTICE = 40;
    private static final String AUTHENTICATION = "authentication";

    private final EmulatorState state;
    private final RateAndFaultFilter filter;
    private final OutboundMessages outbound;

    MessageCalls(EmulatorState state, RateAndFaultFilter filter) {
        this.state = state;
        this.filter = filter;
        this.outbound = new OutboundMessages(state);
    }

    Response post(RoutedRequest routed) {
        BusinessNumber number = state.number(routed.pathValue("phone"));
        ObjectNode body = routed.json();
        return body.has("status")
                ? markRead(number, body)
                : filter.pass(CallKind.MESSAGES, number,
                        Json.text(body, body.hasNonNull("recipient") ? "recipient" : "to"),
                        late -> send(number, SendRequest.read(body), late));
    }

    /** Marks a message of a person as read. One that is not in a chat, such as a reaction, has nothing to show. */
    private Response markRead(BusinessNumber number, ObjectNode body) {
        SendRequest.checkProduct(body);
        String id = body.path("message_id").asText();
        if (!"read".equals(Json.text(body, "status")) || !IdGenerator.isInbound(id)) {
            throw new Refusal(ApiError.invalid("Message ID is not valid."));
        }
        Stream.<Chat>concat(state.groups().values().stream(), number.chats().values().stream())
                .filter(chat -> chat.message(id) != null)
                .forEach(chat -> chat.add(chat.message(id).ticked(ChatMessage.BUSINESS, "read")));
        return Response.ok(Json.object("success", true));
    }

    private Response send(BusinessNumber number, SendRequest request, @Nullable ApiError late) {
        state.restrictions().check(request.isTemplate(), state.now());
        checkMedia(request);
        return request.toGroup() ? toGroup(number, request, late) : toPerson(number, request, late);
    }

    private void checkMedia(SendRequest request) {
        if (request.isMedia() && request.content().hasNonNull("id")) {
            String id = request.content().path("id").asText();
            state.media().find(id)
                    .filter(media -> MediaKind.named(request.type()).orElseThrow().takes(media.mimeType()))
                    .orElseThrow(() -> new Refusal(ApiError.invalid(
                            "%s.id is not a media of this type, or it has expired.".formatted(request.type()))));
        }
    }

    private Response toGroup(BusinessNumber number, SendRequest request, @Nullable ApiError late) {
        ChatGroup group = reachable(number, request.to());
        Reading reading = outbound.read(request);
        checkCategory(reading.category());
        var message = new AcceptedMessage(number, state.ids().outbound(group.internal()), group.id(), true,
                List.copyOf(group.members().values()), reading.category(), request.opaque());
        if (request.isPin()) {
            pin(request, group);
        }
        outbound.accept(group, request, message, reading, late);
        return accepted(Json.object("input", request.to(), "wa_id", request.to()),
                Json.object("id", message.id(), "group_id", request.isPin() ? null : group.id(), "message_status",
                        request.isTemplate() ? "accepted" : null));
    }

    /** Authentication templates are refused in groups. */
    private static void checkCategory(String category) {
        if (category.equals(AUTHENTICATION)) {
            throw new Refusal(
                    ApiError.unsupportedType(
                            "Message type 'template' of category AUTHENTICATION is not supported in groups."));
        }
    }

    private ChatGroup reachable(BusinessNumber number, String id) {
        @Nullable
        ChatGroup group = state.groups().get(id);
        if (group == null || !group.announced() || group.number() != number) {
            throw new Refusal(ApiError.UNKNOWN_GROUP);
        }
        if (group.suspended()) {
            throw new Refusal(ApiError.SUSPENDED);
        }
        if (group.members().isEmpty()) {
            throw new Refusal(ApiError.EMPTY_GROUP);
        }
        return group;
    }

    private void pin(SendRequest request, ChatGroup group) {
        String id = request.content().path("message_id").asText();
        @Nullable
        ChatMessage chatMessage = group.message(id);
        if (chatMessage == null) {
            throw new Refusal(ApiError.invalid("message_id is not a message of this group."));
        }
        boolean pins = "pin".equals(Json.text(request.content(), "type"));
        Duration life = Duration.ofDays(request.content().path("expiration_days").asInt());
        group.pin(id, pins ? state.now().plus(life) : null, state.now());
        String words = Json.characters(chatMessage.text()) <= LONGEST_PIN_NOTICE
                ? chatMessage.text()
                : chatMessage.text().substring(0, chatMessage.text().offsetByCodePoints(0, LONGEST_PIN_NOTICE)) + "…";
        state.notice(group, ChatMessage.BUSINESS, (pins ? "Pinned: " : "No longer pinned: ") + words);
    }

    private Response toPerson(BusinessNumber number, SendRequest request, @Nullable ApiError late) {
        boolean byUserId = Person.isUserId(request.to());
        Reading reading = outbound.read(request);
        if (byUserId && reading.category().equals(AUTHENTICATION)) {
            throw new Refusal(ApiError.USER_ID_NOT_SUPPORTED);
        }
        Person person = state.people().recipient(request.to());
        if (!number.takePair(person.digits(), state.now())) {
            throw new Refusal(ApiError.PAIR_LIMIT);
        }
        String recipient = byUserId ? request.to() : IdGenerator.digits(request.to());
        var message = new AcceptedMessage(number, state.ids().outboundTo(IdGenerator.digits(recipient)), recipient,
                false, List.of(person), reading.category(), request.opaque());
        outbound.accept(number.chat(person), request, message, reading, late);
        return accepted(Json.object("input", request.to(), byUserId ? "user_id" : "wa_id", recipient),
                Json.object("id", message.id(), "message_status", request.isTemplate() ? "accepted" : null));
    }

    private static Response accepted(ObjectNode contact, ObjectNode message) {
        return Response.ok(Json.object("messaging_product", "whatsapp", "contacts", List.of(contact), "messages",
                List.of(message)));
    }
}
