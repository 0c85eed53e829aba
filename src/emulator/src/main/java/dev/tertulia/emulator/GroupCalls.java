package dev.tertulia.emulator;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;

/** Graph API calls on groups: create, list, get, delete, and the invite link. */
final class GroupCalls {
    private static final int MOST_GROUPS = 10_000;

    private final EmulatorState state;
    private final RateAndFaultFilter filter;
    private final GroupLookup lookup;
    private final Membership membership;
    private final GroupEvents events;

    GroupCalls(EmulatorState state, RateAndFaultFilter filter, GroupLookup lookup, Membership membership) {
        this.state = state;
        this.filter = filter;
        this.lookup = lookup;
        this.membership = membership;
        this.events = membership.events();
    }

    List<Route> routes() {
        return List.of(Route.graph("POST /{phone}/groups", this::create),
                Route.graph("GET /{phone}/groups", this::list),
                Route.graph("GET /{group}/invite_link", routed -> linked(lookup.named(routed))),
                Route.graph("POST /{group}/invite_link", routed -> lookup.changeAtOnce(routed, this::resetLink)),
                Route.graph("DELETE /{group}/invite_link",
                        routed -> lookup.changeAtOnce(routed, GroupCalls::deleteLink)));
    }

    private Response create(RoutedRequest routed) {
        BusinessNumber number = state.number(routed.pathValue("phone"));
        if (state.faults().troubles().has(Trouble.NOT_OFFICIAL)) {
            throw new Refusal(ApiError.NOT_ELIGIBLE);
        }
        return filter.pass(CallKind.OPERATIONS, number, null, late -> create(number, routed.json(), late));
    }

    private Response create(BusinessNumber number, ObjectNode body, @Nullable ApiError late) {
        SubjectAndDescription texts = SubjectAndDescription.read(body);
        if (texts.subject() == null) {
            throw new Refusal(ApiError.missing("subject"));
        }
        String mode = body.path("join_approval_mode").asText("auto_approve");
        if (!mode.equals("auto_approve") && !mode.equals("approval_required")) {
            throw new Refusal(ApiError.invalid("join_approval_mode must be auto_approve or approval_required."));
        }
        if (state.groups().values().stream().filter(group -> group.number() == number).count() >= MOST_GROUPS) {
            throw new Refusal(ApiError.TOO_MANY_GROUPS);
        }
        var creation = new GroupCreation(number, texts.subject(),
                Optional.ofNullable(texts.description()).orElse(""), mode.equals("approval_required"));
        String request = state.ids().request();
        if (late == null) {
            membership.create(request, creation);
        } else {
            events.notCreated(creation, request, late);
        }
        return requested(request);
    }

    static Response requested(String request) {
        return Response.ok(Json.object("messaging_product", "whatsapp", "request_id", request));
    }

    private Response list(RoutedRequest routed) {
        BusinessNumber number = state.number(routed.pathValue("phone"));
        return Paging.of(routed, state.groups().values().stream()
                .filter(group -> group.number() == number && group.announced() && !group.suspended())
                .filter(group -> !state.faults().troubles().has(Trouble.NOT_OFFICIAL))
                .map(group -> Json.object("id", group.id(), "creation_timestamp", group.createdAt().getEpochSecond(),
                        "subject", group.subject()))
                .toList());
    }

    /** Returns a group with the requested fields. */
    Response get(RoutedRequest routed) {
        ChatGroup group = lookup.named(routed);
        ObjectNode all = Json.object("subject", group.subject(), "creation_timestamp",
                group.createdAt().getEpochSecond(), "suspended", group.suspended(), "description",
                group.description().isEmpty() ? null : group.description(), "total_participant_count",
                group.members().size(), "participants",
                group.members().values().stream().map(Person::inGroupEvent).toList(), "join_approval_mode",
                group.joinApprovalMode());
        all.retain(routed.request().query().getOrDefault("fields", "").split(","));
        return Response.ok(Json.object("messaging_product", "whatsapp", "id", group.id()).setAll(all));
    }

    Response delete(RoutedRequest routed) {
        return lookup.operate(routed, this::delete);
    }

    private Response delete(ChatGroup group, @Nullable ApiError late) {
        if (late == null) {
            state.delete(group);
        }
        events.deleted(group, state.ids().request(), late);
        return Response.ok(Json.object("success", true));
    }

    private Response resetLink(ChatGroup group) {
        group.inviteLink(state.ids().inviteLink());
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
