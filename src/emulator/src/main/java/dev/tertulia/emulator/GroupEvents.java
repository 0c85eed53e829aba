package dev.tertulia.emulator;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.webhook.WebhookDelivery;

/** Sender of the {@code group_*} webhooks. Their time stamps are numbers. */
final class GroupEvents {
    private static final String LIFECYCLE = "group_lifecycle_update";
    private static final String PARTICIPANTS = "group_participants_update";
    private static final String JOINED = "group_participants_add";
    private static final String LEFT = "group_participants_remove";

    private final EmulatorState state;

    GroupEvents(EmulatorState state) {
        this.state = state;
    }

    private ObjectNode about(ChatGroup group, String type) {
        return Json.object("timestamp", state.now().getEpochSecond(), "group_id", group.id(), "type", type);
    }

    private WebhookDelivery post(BusinessNumber number, String field, ObjectNode event) {
        return state.post(number, field, EmulatorState.value(number).set("groups", Json.tree(List.of(event))));
    }

    void created(ChatGroup group, String request) {
        ObjectNode event = about(group, "group_create").put("request_id", request).put("subject", group.subject());
        if (!group.description().isEmpty()) {
            event.put("description", group.description());
        }
        event.put("invite_link", group.inviteLink()).put("join_approval_mode", group.joinApprovalMode());
        post(group.number(), LIFECYCLE, event).onDeparture(group::announce);
    }

    void notCreated(GroupCreation creation, String request, ApiError error) {
        post(creation.number(), LIFECYCLE,
                Json.object("timestamp", state.now().getEpochSecond(), "type", "group_create", "subject",
                        creation.subject(), "description",
                        creation.description().isEmpty() ? null : creation.description(), "request_id", request,
                        "errors", List.of(error.inGroup())));
    }

    void deleted(ChatGroup group, String request, @Nullable ApiError error) {
        ObjectNode event = about(group, "group_delete").put("request_id", request);
        post(group.number(), LIFECYCLE, event.setAll(errors(error)));
    }

    private static ObjectNode errors(@Nullable ApiError error) {
        return Json.object("errors", error == null ? null : List.of(error.inGroup()));
    }

    void joined(ChatGroup group, Person person) {
        added(group, List.of(person.inGroupEvent()));
    }

    /** Differs from a join by link only in {@code input}. */
    void approved(ChatGroup group, List<Person> people) {
        added(group, people.stream().map(person -> {
            ObjectNode entry = Json.object("input", person.withheld() ? person.userId() : "+" + person.phone());
            return entry.<ObjectNode>setAll(person.inGroupEvent());
        }).toList());
    }

    private void added(ChatGroup group, List<ObjectNode> people) {
        ObjectNode event = about(group, JOINED).put("reason", "invite_link");
        post(group.number(), PARTICIPANTS, event.set("added_participants", Json.tree(people)));
    }

    void left(ChatGroup group, Person person) {
        ObjectNode event = about(group, LEFT);
        event.set("removed_participants", Json.tree(List.of(person.inGroupEvent())));
        post(group.number(), PARTICIPANTS, event.put("initiated_by", "participant"));
    }

    /**
     * Result of a removal.
     *
     * @param removed the removed people, as the call named them
     * @param failed the other people of the call
     * @param error the reason why they were not removed
     */
    record Removal(List<String> removed, List<String> failed, ApiError error) {

        boolean partly() {
            return !removed.isEmpty() && !failed.isEmpty();
        }
    }

    void removed(ChatGroup group, String request, Removal outcome) {
        ObjectNode event = about(group, LEFT).put("request_id", request).put("initiated_by", "business");
        if (!outcome.removed().isEmpty()) {
            event.set("removed_participants", Json.tree(outcome.removed().stream().map(GroupEvents::input).toList()));
        }
        if (!outcome.failed().isEmpty()) {
            event.set("failed_participants", Json.tree(outcome.failed().stream()
                    .map(one -> input(one).setAll(errors(outcome.partly() ? outcome.error() : null))).toList()));
            event.setAll(errors(outcome.partly() ? ApiError.PARTLY : outcome.error()));
        }
        post(group.number(), PARTICIPANTS, event);
    }

    private static ObjectNode input(String phoneOrUserId) {
        return Json.object("input", phoneOrUserId);
    }

    void asked(ChatGroup group, PendingJoin request) {
        post(group.number(), PARTICIPANTS, joinRequest(group, request, "group_join_request_created"));
    }

    void revoked(ChatGroup group, PendingJoin request) {
        post(group.number(), PARTICIPANTS, joinRequest(group, request, "group_join_request_revoked"));
    }

    private ObjectNode joinRequest(ChatGroup group, PendingJoin request, String type) {
        return about(group, type).put("join_request_id", request.id()).setAll(request.person().inGroupEvent());
    }

    /**
     * Result of a change of settings.
     *
     * @param parts the requested changes, by the webhook's keys
     * @param failed the keys of the changes that failed
     */
    record Change(ObjectNode parts, Set<String> failed) {

        ApiError ofAll() {
            return failed.size() < parts.size() ? ApiError.PARTLY : ApiError.SOMETHING_WRONG;
        }
    }

    void changed(ChatGroup group, String request, Change change) {
        change.parts().properties().forEach(part -> {
            boolean failed = change.failed().contains(part.getKey());
            ((ObjectNode) part.getValue()).put("update_successful", !failed)
                    .setAll(errors(failed ? ApiError.SOMETHING_WRONG : null));
        });
        post(group.number(), "group_settings_update", about(group, "group_settings_update").put("request_id", request)
                .<ObjectNode>setAll(change.parts()).setAll(errors(change.failed().isEmpty() ? null : change.ofAll())));
    }

    void suspended(ChatGroup group, boolean now) {
        post(group.number(), "group_status_update", about(group, now ? "group_suspend" : "group_suspend_cleared"));
    }
}
