package dev.tertulia.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.RoutedRequest;

/** Graph API call {@code POST /{phone}/messages}. */
final class MessageCalls {
    private static final int LONGEST_PIN_NOTICE = 40;

    /** Text that people read, and the category that Meta charges. */
    private record Reading(String text, String category) {}

    private final EmulatorState state;
    private final RateAndFaultFilter filter;
    private final Statuses statuses;

    MessageCalls(EmulatorState state, RateAndFaultFilter filter) {
        this.state = state;
        this.filter = filter;
        this.statuses = new Statuses(state);
    }

    Response post(RoutedRequest routed) {
        BusinessNumber number = state.number(routed.pathValue("phone"));
        ObjectNode body = routed.json();
        return body.has("status")
                ? markRead(body)
                : filter.pass(CallKind.MESSAGES, number, Json.text(body, "to"),
                        late -> send(number, SendRequest.read(body), late));
    }

    private Response markRead(ObjectNode body) {
        String id = body.path("message_id").asText();
        if (!"read".equals(Json.text(body, "status")) || !id.startsWith("wamid.")) {
            throw new Refusal(ApiError.invalid("Message ID is not valid."));
        }
        state.groups().values().stream().filter(group -> group.message(id) != null)
                .forEach(group -> group.add(group.message(id).ticked(ChatMessage.BUSINESS, "read")));
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
        Reading reading = read(request);
        checkCategory(reading.category());
        boolean open = group.windowOpen(state.now());
        var message = new AcceptedMessage(number, state.ids().outbound(group.internal()), group.id(), true,
                List.copyOf(group.members().values()), reading.category(), request.opaque());
        @Nullable
        ApiError failure = failure(request, open, late);
        List<MessagePrice> prices = failure == null ? prices(request, message, open) : List.of();
        if (request.isPin()) {
            pin(request, group);
        } else {
            group.add(chatMessage(request, message, reading.text(), failure).with(
                    new ChatMessage.Extra(Json.text(request.content(), "id"), Map.of(), dearest(prices))));
        }
        follow(message, failure, prices);
        return accepted(Json.object("input", request.to(), "wa_id", request.to()),
                Json.object("id", message.id(), "group_id", request.isPin() ? null : group.id(), "message_status",
                        request.isTemplate() ? "accepted" : null));
    }

    /** Returns one price for each recipient; none for a reaction or a pin, which are never charged. */
    private List<MessagePrice> prices(SendRequest request, AcceptedMessage message, boolean windowOpen) {
        return request.isPin() || request.type().equals("reaction")
                ? List.of()
                : state.prices().of(message, windowOpen, state.now());
    }

    private static @Nullable MessagePrice dearest(List<MessagePrice> prices) {
        return prices.stream().filter(MessagePrice::billable).findFirst()
                .orElse(prices.isEmpty() ? null : prices.getFirst());
    }

    private void follow(AcceptedMessage message, @Nullable ApiError failure, List<MessagePrice> prices) {
        if (failure != null) {
            statuses.failed(message, failure);
            return;
        }
        var deliveries = new ArrayList<AnalyticsLog.Delivery>();
        for (int i = 0; i < message.readers().size(); i++) {
            deliveries.add(new AnalyticsLog.Delivery(message.readers().get(i).country(),
                    prices.isEmpty() ? Optional.empty() : Optional.of(prices.get(i))));
        }
        state.analytics()
                .sent(new AnalyticsLog.Sent(state.now(), message.number(), message.toGroup(), message.category(),
                        deliveries));
        statuses.followed(message, prices);
    }

    /** Authentication templates are refused in groups. */
    private static void checkCategory(String category) {
        if (category.equals("authentication")) {
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

    private Reading read(SendRequest request) {
        if (!request.isTemplate()) {
            return new Reading(request.words(), "service");
        }
        var call = TemplateCall.read(request.content(), state);
        return new Reading(state.templates().fill(call),
                state.templates().category(call).toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the error of the failed status, or null. As with Meta, a free-form message outside the window is accepted first
     * and fails later.
     */
    private @Nullable ApiError failure(SendRequest request, boolean windowOpen, @Nullable ApiError late) {
        if (request.isTemplate() || request.isPin() || windowOpen) {
            return late;
        }
        state.violated();
        return ApiError.WINDOW_SHUT;
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
        group.pin(id, pins ? state.now().plus(life) : null);
        String words = Json.characters(chatMessage.text()) <= LONGEST_PIN_NOTICE
                ? chatMessage.text()
                : chatMessage.text().substring(0, chatMessage.text().offsetByCodePoints(0, LONGEST_PIN_NOTICE)) + "…";
        state.notice(group, ChatMessage.BUSINESS, (pins ? "Pinned: " : "No longer pinned: ") + words);
    }

    private ChatMessage chatMessage(SendRequest request, AcceptedMessage message, String text,
            @Nullable ApiError failure) {
        Map<String, String> ticks = new LinkedHashMap<>();
        message.readers().forEach(
                reader -> ticks.put(reader.id(), failure == null ? state.receipts().tick() : "failed"));
        @Nullable
        String template = request.isTemplate() ? request.content().path("name").asText() : null;
        return new ChatMessage(message.id(), state.now(), ChatMessage.BUSINESS, request.type(), text, request.quoted(),
                template,
                ticks, failure == null ? null : failure.code() + " " + failure.title(),
                new ChatMessage.Extra(null, Map.of(), null, template == null
                        ? null
                        : ChatMessage.Filled.of(TemplateCall.read(request.content(), state))));
    }

    private Response toPerson(BusinessNumber number, SendRequest request, @Nullable ApiError late) {
        boolean byUserId = request.to().matches("[A-Z]{2}\\..*");
        String digits = IdGenerator.digits(request.to());
        Reading reading = read(request);
        if (!number.takePair(digits, state.now())) {
            throw new Refusal(ApiError.PAIR_LIMIT);
        }
        boolean open = number.windowOpen(digits, state.now());
        var message = new AcceptedMessage(number, state.ids().outboundTo(digits), byUserId ? request.to() : digits,
                false,
                List.of(state.people().addressed(request.to())), reading.category(), request.opaque());
        @Nullable
        ApiError failure = failure(request, open, late);
        follow(message, failure, failure == null ? prices(request, message, open) : List.of());
        ObjectNode contact = Json.object("input", request.to(), byUserId ? "user_id" : "wa_id", message.recipient());
        return accepted(contact,
                Json.object("id", message.id(), "message_status", request.isTemplate() ? "accepted" : null));
    }

    private static Response accepted(ObjectNode contact, ObjectNode message) {
        return Response.ok(Json.object("messaging_product", "whatsapp", "contacts", List.of(contact), "messages",
                List.of(message)));
    }
}
