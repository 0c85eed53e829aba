package dev.tertulia.emulator;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the group_* webhooks. Their time stamps are numbers. */
final class GroupEvents {
    private static final String LIFECYCLE = "group_lifecycle_update";
    private static final String PARTICIPANTS = "group_participants_update";
    private static final String JOINED = "group_participants_add";
    private static final String LEFT = "group_participants_remove";

    private final World world;

    GroupEvents(World world) {
        this.world = world;
    }

    private ObjectNode about(ChatGroup group, String type) {
        return Json.object("timestamp", world.now().getEpochSecond(), "group_id", group.id(), "type", type);
    }

    private Post post(String field, ObjectNode event) {
        return world.post(field, world.value().set("groups", Json.tree(List.of(event))));
    }

    void created(ChatGroup group, String request) {
        ObjectNode event = about(group, "group_create").put("request_id", request).put("subject", group.subject());
        if (!group.description().isEmpty()) {
            event.put("description", group.description());
        }
        event.put("invite_link", group.inviteLink()).put("join_approval_mode", group.joinApprovalMode());
        post(LIFECYCLE, event).onDeparture(group::announce);
    }

    void deleted(ChatGroup group, String request) {
        post(LIFECYCLE, about(group, "group_delete").put("request_id", request));
    }

    void joined(ChatGroup group, Person person) {
        added(group, List.of(person.inGroupEvent()));
    }

    /** Looks like a join by link but for {@code input}. */
    void approved(ChatGroup group, List<Person> people) {
        added(group, people.stream().map(person -> {
            ObjectNode entry = Json.object("input", person.withheld() ? person.userId() : "+" + person.phone());
            return entry.<ObjectNode>setAll(person.inGroupEvent());
        }).toList());
    }

    private void added(ChatGroup group, List<ObjectNode> people) {
        ObjectNode event = about(group, JOINED).put("reason", "invite_link");
        post(PARTICIPANTS, event.set("added_participants", Json.tree(people)));
    }

    void left(ChatGroup group, Person person) {
        ObjectNode event = about(group, LEFT);
        event.set("removed_participants", Json.tree(List.of(person.inGroupEvent())));
        post(PARTICIPANTS, event.put("initiated_by", "participant"));
    }

    void removed(ChatGroup group, String request, List<String> removed, List<String> failed) {
        ObjectNode event = about(group, LEFT).put("request_id", request).put("initiated_by", "business");
        if (!removed.isEmpty()) {
            event.set("removed_participants", Json.tree(removed.stream().map(GroupEvents::input).toList()));
        }
        if (!failed.isEmpty()) {
            event.set("failed_participants", Json.tree(failed.stream().map(input -> {
                return removed.isEmpty()
                        ? input(input)
                        : input(input).set("errors", Json.tree(List.of(GraphError.NOT_A_MEMBER.inGroup())));
            }).toList()));
            GraphError error = removed.isEmpty() ? GraphError.NOT_A_MEMBER : GraphError.PARTLY;
            event.set("errors", Json.tree(List.of(error.inGroup())));
        }
        post(PARTICIPANTS, event);
    }

    private static ObjectNode input(String phoneOrUserId) {
        return Json.object("input", phoneOrUserId);
    }

    void asked(ChatGroup group, JoinRequest request) {
        post(PARTICIPANTS, joinRequest(group, request, "group_join_request_created"));
    }

    void revoked(ChatGroup group, JoinRequest request) {
        post(PARTICIPANTS, joinRequest(group, request, "group_join_request_revoked"));
    }

    private ObjectNode joinRequest(ChatGroup group, JoinRequest request, String type) {
        return about(group, type).put("join_request_id", request.id()).setAll(request.person().inGroupEvent());
    }

    /** What was changed, in the webhook's own keys. */
    void changed(ChatGroup group, String request, ObjectNode parts) {
        post("group_settings_update",
                about(group, "group_settings_update").put("request_id", request).setAll(parts));
    }

    void suspended(ChatGroup group, boolean now) {
        post("group_status_update", about(group, now ? "group_suspend" : "group_suspend_cleared"));
    }
}
