package dev.tertulia.emulator;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Meta's side of the calls on groups as such: create, look, delete, invite link. */
final class GroupCalls {
    private static final int MOST_GROUPS = 10_000;

    private final World world;
    private final Gate gate;
    private final GroupDesk desk;
    private final Membership membership;
    private final GroupEvents events;

    GroupCalls(World world, Gate gate, GroupDesk desk, Membership membership) {
        this.world = world;
        this.gate = gate;
        this.desk = desk;
        this.membership = membership;
        this.events = membership.events();
    }

    List<Route> routes() {
        return List.of(Route.graph("POST /{phone}/groups", this::create),
                Route.graph("GET /{phone}/groups", this::list),
                Route.graph("GET /{group}/invite_link", visit -> linked(desk.named(visit))),
                Route.graph("POST /{group}/invite_link", visit -> desk.changeAtOnce(visit, this::resetLink)),
                Route.graph("DELETE /{group}/invite_link", visit -> desk.changeAtOnce(visit, GroupCalls::deleteLink)));
    }

    private Response create(Visit visit) {
        BusinessNumber number = world.number(visit.place("phone"));
        return gate.pass(Lane.OPERATIONS, number, null, late -> create(number, visit.json(), late));
    }

    private Response create(BusinessNumber number, ObjectNode body, @Nullable GraphError late) {
        Wording wording = Wording.read(body);
        if (wording.subject() == null) {
            throw new Refusal(GraphError.missing("subject"));
        }
        String mode = body.path("join_approval_mode").asText("auto_approve");
        if (!mode.equals("auto_approve") && !mode.equals("approval_required")) {
            throw new Refusal(GraphError.invalid("join_approval_mode must be auto_approve or approval_required."));
        }
        if (world.groups().values().stream().filter(group -> group.number() == number).count() >= MOST_GROUPS) {
            throw new Refusal(GraphError.TOO_MANY_GROUPS);
        }
        var founding = new Membership.Founding(number, wording.subject(),
                Optional.ofNullable(wording.description()).orElse(""), mode.equals("approval_required"));
        String request = world.ids().request();
        if (late == null) {
            membership.create(request, founding);
        } else {
            events.notCreated(founding, request, late);
        }
        return requested(request);
    }

    static Response requested(String request) {
        return Response.ok(Json.object("messaging_product", "whatsapp", "request_id", request));
    }

    private Response list(Visit visit) {
        BusinessNumber number = world.number(visit.place("phone"));
        return Paging.of(visit, world.groups().values().stream()
                .filter(group -> group.number() == number && group.announced() && !group.suspended())
                .map(group -> Json.object("id", group.id(), "creation_timestamp", group.createdAt().getEpochSecond(),
                        "subject", group.subject()))
                .toList());
    }

    /** A group with the fields asked for. */
    Response get(Visit visit) {
        ChatGroup group = desk.named(visit);
        ObjectNode all = Json.object("subject", group.subject(), "creation_timestamp",
                group.createdAt().getEpochSecond(), "suspended", group.suspended(), "description",
                group.description().isEmpty() ? null : group.description(), "total_participant_count",
                group.members().size(), "participants",
                group.members().values().stream().map(Person::inGroupEvent).toList(), "join_approval_mode",
                group.joinApprovalMode());
        all.retain(visit.request().query().getOrDefault("fields", "").split(","));
        return Response.ok(Json.object("messaging_product", "whatsapp", "id", group.id()).setAll(all));
    }

    Response delete(Visit visit) {
        return desk.operate(visit, this::delete);
    }

    private Response delete(ChatGroup group, @Nullable GraphError late) {
        if (late == null) {
            world.delete(group);
        }
        events.deleted(group, world.ids().request(), late);
        return Response.ok(Json.object("success", true));
    }

    private Response resetLink(ChatGroup group) {
        group.inviteLink(world.ids().inviteLink());
        return linked(group);
    }

    private static Response deleteLink(ChatGroup group) {
        group.inviteLink(null);
        return Response.ok(Json.object("messaging_product", "whatsapp", "success", "true"));
    }

    private static Response linked(ChatGroup group) {
        return Response.ok(Json.object("messaging_product", "whatsapp", "invite_link", group.inviteLink()));
    }
}
