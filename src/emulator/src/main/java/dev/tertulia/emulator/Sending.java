package dev.tertulia.emulator;

import java.util.LinkedHashMap;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Meta's side of {@code POST /{phone}/messages}. */
final class Sending {
    private static final int LONGEST_PIN_NOTICE = 40;

    private final World world;
    private final Statuses statuses;

    Sending(World world, Statuses statuses) {
        this.world = world;
        this.statuses = statuses;
    }

    Response post(ObjectNode body) {
        if (body.has("status")) {
            return markRead(body);
        }
        if (!world.throughput().take(world.now())) {
            throw new Refusal(GraphError.THROUGHPUT);
        }
        @Nullable
        Fault fault = world.faults().take(false);
        if (fault == null) {
            return send(Draft.read(body), null);
        }
        Response due = fault.accepts() ? send(Draft.read(body), fault.late()) : Response.never();
        return fault.instead(due, world.ids().trace());
    }

    private Response markRead(ObjectNode body) {
        String id = body.path("message_id").asText();
        if (!"read".equals(Json.text(body, "status")) || !id.startsWith("wamid.")) {
            throw new Refusal(GraphError.invalid("status must be 'read' and message_id the id of a received message."));
        }
        world.groups().values().stream().filter(group -> group.bubble(id) != null)
                .forEach(group -> group.add(group.bubble(id).ticked(Bubble.BUSINESS, "read")));
        return Response.ok(Json.object("success", true));
    }

    private Response send(Draft draft, @Nullable GraphError late) {
        return draft.toGroup() ? toGroup(draft, late) : toPerson(draft, late);
    }

    private Response toGroup(Draft draft, @Nullable GraphError late) {
        ChatGroup group = reachable(draft.to());
        String text = text(draft);
        String id = world.ids().outbound(group.internal());
        @Nullable
        GraphError failure = failure(draft, group.windowOpen(world.now()), late);
        if (draft.isPin()) {
            pin(draft, group);
        } else {
            group.add(bubble(draft, id, text, failure == null ? receipts(group, "read") : receipts(group, "failed"),
                    failure));
        }
        statuses.follow(new Outgoing(id, group.id(), true, draft.isTemplate(), List.copyOf(group.members().values()),
                draft.opaque()), failure);
        return accepted(Json.object("input", draft.to(), "wa_id", draft.to()), Json.object("id", id, "group_id",
                draft.isPin() ? null : group.id(), "message_status", draft.isTemplate() ? "accepted" : null));
    }

    private ChatGroup reachable(String id) {
        @Nullable
        ChatGroup group = world.groups().get(id);
        if (group == null || !group.announced()) {
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

    private String text(Draft draft) {
        if (!draft.isTemplate()) {
            return draft.words();
        }
        var call = TemplateCall.read(draft.content(), world);
        return world.templates().fill(call.name(), call.language(), call.parameters());
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
        @Nullable
        Bubble pinned = group.bubble(draft.content().path("message_id").asText());
        if (pinned == null) {
            throw new Refusal(GraphError.invalid("message_id is not a message of this group."));
        }
        String words = pinned.text().length() <= LONGEST_PIN_NOTICE
                ? pinned.text()
                : pinned.text().substring(0, LONGEST_PIN_NOTICE) + "…";
        boolean pins = "pin".equals(Json.text(draft.content(), "type"));
        world.notice(group, Bubble.BUSINESS, (pins ? "Pinned: " : "No longer pinned: ") + words);
    }

    private static LinkedHashMap<String, String> receipts(ChatGroup group, String tick) {
        var ticks = new LinkedHashMap<String, String>();
        group.members().keySet().forEach(member -> ticks.put(member, tick));
        return ticks;
    }

    private Bubble bubble(Draft draft, String id, String text, LinkedHashMap<String, String> ticks,
            @Nullable GraphError failure) {
        return new Bubble(id, world.now(), Bubble.BUSINESS, draft.isTemplate() ? "template" : "text", text,
                draft.quoted(), draft.isTemplate() ? draft.content().path("name").asText() : null, ticks,
                failure == null ? null : failure.code() + " " + failure.title());
    }

    private Response toPerson(Draft draft, @Nullable GraphError late) {
        boolean byUserId = draft.to().matches("[A-Z]{2}\\..*");
        String person = People.digits(draft.to());
        text(draft);
        String id = world.ids().outboundTo(person);
        statuses.follow(new Outgoing(id, byUserId ? draft.to() : person, false, draft.isTemplate(), List.of(),
                draft.opaque()), failure(draft, world.people().windowOpen(person, world.now()), late));
        ObjectNode contact = Json.object("input", draft.to(), byUserId ? "user_id" : "wa_id",
                byUserId ? draft.to() : person);
        return accepted(contact,
                Json.object("id", id, "message_status", draft.isTemplate() ? "accepted" : null));
    }

    private static Response accepted(ObjectNode contact, ObjectNode message) {
        return Response.ok(Json.object("messaging_product", "whatsapp", "contacts", List.of(contact), "messages",
                List.of(message)));
    }
}
