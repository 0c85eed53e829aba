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

/** Meta's side of {@code POST /{phone}/messages}. */
final class Sending {
    private static final int LONGEST_PIN_NOTICE = 40;

    /** What people read, and as what Meta charges it. */
    private record Reading(String text, String category) {}

    private final World world;
    private final Gate gate;
    private final Statuses statuses;

    Sending(World world, Gate gate) {
        this.world = world;
        this.gate = gate;
        this.statuses = new Statuses(world);
    }

    Response post(Visit visit) {
        BusinessNumber number = world.number(visit.place("phone"));
        ObjectNode body = visit.json();
        return body.has("status")
                ? markRead(body)
                : gate.pass(Lane.MESSAGES, number, Json.text(body, "to"), late -> send(number, Draft.read(body), late));
    }

    private Response markRead(ObjectNode body) {
        String id = body.path("message_id").asText();
        if (!"read".equals(Json.text(body, "status")) || !id.startsWith("wamid.")) {
            throw new Refusal(GraphError.invalid("Message ID is not valid."));
        }
        world.groups().values().stream().filter(group -> group.bubble(id) != null)
                .forEach(group -> group.add(group.bubble(id).ticked(Bubble.BUSINESS, "read")));
        return Response.ok(Json.object("success", true));
    }

    private Response send(BusinessNumber number, Draft draft, @Nullable GraphError late) {
        world.measures().check(draft.isTemplate(), world.now());
        checkMedia(draft);
        return draft.toGroup() ? toGroup(number, draft, late) : toPerson(number, draft, late);
    }

    private void checkMedia(Draft draft) {
        if (draft.isMedia() && draft.content().hasNonNull("id")) {
            String id = draft.content().path("id").asText();
            world.media().find(id)
                    .filter(media -> MediaKind.named(draft.type()).orElseThrow().takes(media.mimeType()))
                    .orElseThrow(() -> new Refusal(GraphError.invalid(
                            "%s.id is not a media of this type, or it has expired.".formatted(draft.type()))));
        }
    }

    private Response toGroup(BusinessNumber number, Draft draft, @Nullable GraphError late) {
        ChatGroup group = reachable(number, draft.to());
        Reading reading = read(draft);
        checkCategory(reading.category());
        boolean open = group.windowOpen(world.now());
        var message = new Outgoing(number, world.ids().outbound(group.internal()), group.id(), true,
                List.copyOf(group.members().values()), reading.category(), draft.opaque());
        @Nullable
        GraphError failure = failure(draft, open, late);
        List<Price> prices = failure == null ? prices(draft, message, open) : List.of();
        if (draft.isPin()) {
            pin(draft, group);
        } else {
            group.add(bubble(draft, message, reading.text(), failure).with(
                    new Bubble.Extra(Json.text(draft.content(), "id"), Map.of(), dearest(prices))));
        }
        follow(message, failure, prices);
        return accepted(Json.object("input", draft.to(), "wa_id", draft.to()),
                Json.object("id", message.id(), "group_id", draft.isPin() ? null : group.id(), "message_status",
                        draft.isTemplate() ? "accepted" : null));
    }

    /** One for each reader; none for a reaction or a pin, which are no messages of their own and are never charged. */
    private List<Price> prices(Draft draft, Outgoing message, boolean windowOpen) {
        return draft.isPin() || draft.type().equals("reaction")
                ? List.of()
                : world.prices().of(message, windowOpen, world.now());
    }

    private static @Nullable Price dearest(List<Price> prices) {
        return prices.stream().filter(Price::billable).findFirst().orElse(prices.isEmpty() ? null : prices.getFirst());
    }

    private void follow(Outgoing message, @Nullable GraphError failure, List<Price> prices) {
        if (failure != null) {
            statuses.failed(message, failure);
            return;
        }
        var deliveries = new ArrayList<Ledger.Delivery>();
        for (int i = 0; i < message.readers().size(); i++) {
            deliveries.add(new Ledger.Delivery(message.readers().get(i).country(),
                    prices.isEmpty() ? Optional.empty() : Optional.of(prices.get(i))));
        }
        world.ledger().sent(new Ledger.Sent(world.now(), message.number(), message.toGroup(), message.category(),
                deliveries));
        statuses.followed(message, prices);
    }

    /** Nobody signs in before the eyes of a group. */
    private static void checkCategory(String category) {
        if (category.equals("authentication")) {
            throw new Refusal(
                    GraphError.unsupportedType(
                            "Message type 'template' of category AUTHENTICATION is not supported in groups."));
        }
    }

    private ChatGroup reachable(BusinessNumber number, String id) {
        @Nullable
        ChatGroup group = world.groups().get(id);
        if (group == null || !group.announced() || group.number() != number) {
            throw new Refusal(GraphError.UNKNOWN_GROUP);
        }
        if (group.suspended()) {
            throw new Refusal(GraphError.SUSPENDED);
        }
        if (group.members().isEmpty()) {
            throw new Refusal(GraphError.EMPTY_GROUP);
        }
        return group;
    }

    private Reading read(Draft draft) {
        if (!draft.isTemplate()) {
            return new Reading(draft.words(), "service");
        }
        var call = TemplateCall.read(draft.content(), world);
        return new Reading(world.templates().fill(call),
                world.templates().category(call).toLowerCase(Locale.ROOT));
    }

    /** Free-form words outside the window are accepted first and fail afterwards, as with Meta. */
    private @Nullable GraphError failure(Draft draft, boolean windowOpen, @Nullable GraphError late) {
        if (draft.isTemplate() || draft.isPin() || windowOpen) {
            return late;
        }
        world.violated();
        return GraphError.WINDOW_SHUT;
    }

    private void pin(Draft draft, ChatGroup group) {
        String id = draft.content().path("message_id").asText();
        @Nullable
        Bubble bubble = group.bubble(id);
        if (bubble == null) {
            throw new Refusal(GraphError.invalid("message_id is not a message of this group."));
        }
        boolean pins = "pin".equals(Json.text(draft.content(), "type"));
        Duration life = Duration.ofDays(draft.content().path("expiration_days").asInt());
        group.pin(id, pins ? world.now().plus(life) : null);
        String words = Json.characters(bubble.text()) <= LONGEST_PIN_NOTICE
                ? bubble.text()
                : bubble.text().substring(0, bubble.text().offsetByCodePoints(0, LONGEST_PIN_NOTICE)) + "…";
        world.notice(group, Bubble.BUSINESS, (pins ? "Pinned: " : "No longer pinned: ") + words);
    }

    private Bubble bubble(Draft draft, Outgoing message, String text, @Nullable GraphError failure) {
        Map<String, String> ticks = new LinkedHashMap<>();
        message.readers().forEach(
                reader -> ticks.put(reader.id(), failure == null ? world.receipts().tick() : "failed"));
        @Nullable
        String template = draft.isTemplate() ? draft.content().path("name").asText() : null;
        return new Bubble(message.id(), world.now(), Bubble.BUSINESS, draft.type(), text, draft.quoted(), template,
                ticks, failure == null ? null : failure.code() + " " + failure.title(),
                new Bubble.Extra(null, Map.of(), null, template == null
                        ? null
                        : Bubble.Filled.of(TemplateCall.read(draft.content(), world))));
    }

    private Response toPerson(BusinessNumber number, Draft draft, @Nullable GraphError late) {
        boolean byUserId = draft.to().matches("[A-Z]{2}\\..*");
        String digits = People.digits(draft.to());
        Reading reading = read(draft);
        if (!number.takePair(digits, world.now())) {
            throw new Refusal(GraphError.PAIR_LIMIT);
        }
        boolean open = number.windowOpen(digits, world.now());
        var message = new Outgoing(number, world.ids().outboundTo(digits), byUserId ? draft.to() : digits, false,
                List.of(world.people().addressed(draft.to())), reading.category(), draft.opaque());
        @Nullable
        GraphError failure = failure(draft, open, late);
        follow(message, failure, failure == null ? prices(draft, message, open) : List.of());
        ObjectNode contact = Json.object("input", draft.to(), byUserId ? "user_id" : "wa_id", message.recipient());
        return accepted(contact,
                Json.object("id", message.id(), "message_status", draft.isTemplate() ? "accepted" : null));
    }

    private static Response accepted(ObjectNode contact, ObjectNode message) {
        return Response.ok(Json.object("messaging_product", "whatsapp", "contacts", List.of(contact), "messages",
                List.of(message)));
    }
}
