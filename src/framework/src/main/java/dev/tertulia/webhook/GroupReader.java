package dev.tertulia.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.message.GroupCleared;
import dev.tertulia.message.GroupCreated;
import dev.tertulia.message.GroupDeleted;
import dev.tertulia.message.GroupSettingsChanged;
import dev.tertulia.message.GroupSuspended;
import dev.tertulia.message.JoinRequestRevoked;
import dev.tertulia.message.JoinRequested;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Left;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation.Item;
import dev.tertulia.message.Operation.Kind;
import dev.tertulia.message.OperationFailed;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Removed;

/**
 * Reads the four group fields (wire reference, parts 7.1 to 7.4). One item may be several events, one for each person.
 */
final class GroupReader {

    private static final List<String> SETTINGS = List.of("group_subject", "group_description", "profile_picture");

    private final Map<String, BiFunction<WebhookChange, JsonNode, List<Event>>> byType = Map.of("group_create",
            this::created,
            "group_delete", this::deleted, "group_participants_add", this::joined, "group_participants_remove",
            this::removed, "group_join_request_created",
            (change, item) -> List.of(new JoinRequested(origin(change, item, ""), JsonFields.member(item),
                    JsonFields.needId(item, "join_request_id"))),
            "group_join_request_revoked",
            (change, item) -> List.of(new JoinRequestRevoked(origin(change, item, ""), JsonFields.member(item),
                    JsonFields.needId(item, "join_request_id"))),
            "group_settings_update", this::settings, "group_suspend",
            (change, item) -> List.of(new GroupSuspended(origin(change, item, ""))), "group_suspend_cleared",
            (change, item) -> List.of(new GroupCleared(origin(change, item, ""))));

    /** The events of an item; {@code null} if its type is unknown. */
    @Nullable
    List<Event> read(WebhookChange change, JsonNode item) {
        var reader = byType.get(item.path("type").asText(""));
        return reader == null ? null : reader.apply(change, item);
    }

    /** The key of an event: equal for every redelivery, and different for two events of the same second. */
    private static Origin origin(WebhookChange change, JsonNode item, String part) {
        String group = JsonFields.group(item);
        String request = JsonFields.text(item, "request_id");
        String joinRequest = JsonFields.text(item, "join_request_id");
        var at = JsonFields.time(item);
        String key = String.join(":", "group", item.path("type").asText(), String.valueOf(request),
                String.valueOf(joinRequest), String.valueOf(at.getEpochSecond()), part);
        return change.origin(group == null ? Origin.account(change.number()) : group, at, key);
    }

    private List<Event> created(WebhookChange change, JsonNode item) {
        Origin origin = origin(change, item, "");
        if (JsonFields.hasErrors(item)) {
            return List.of(failed(origin, Kind.CREATE, item, List.of()));
        }
        return List.of(new GroupCreated(origin, JsonFields.text(item, "request_id"), item.path("subject").asText(""),
                JsonFields.text(item, "description"), JsonFields.text(item, "invite_link"),
                item.path("join_approval_mode").asText("").equals("approval_required")));
    }

    private List<Event> deleted(WebhookChange change, JsonNode item) {
        Origin origin = origin(change, item, "");
        return List.of(JsonFields.hasErrors(item)
                ? failed(origin, Kind.DELETE, item, List.of())
                : new GroupDeleted(origin, JsonFields.text(item, "request_id")));
    }

    private List<Event> joined(WebhookChange change, JsonNode item) {
        List<Event> events = new ArrayList<>();
        for (JsonNode person : item.path("added_participants")) {
            Member member = JsonFields.member(person);
            events.add(new Joined(origin(change, item, member.id()), member, JsonFields.text(person, "input") != null));
        }
        return events;
    }

    private List<Event> removed(WebhookChange change, JsonNode item) {
        boolean byThemselves = initiator(change, item).equals("participant");
        List<Event> events = new ArrayList<>();
        for (JsonNode person : item.path("removed_participants")) {
            Member member = JsonFields.member(person);
            Origin origin = origin(change, item, member.id());
            events.add(byThemselves
                    ? new Left(origin, member)
                    : new Removed(origin, member, JsonFields.text(item, "request_id")));
        }
        if (!item.path("failed_participants").isEmpty() || events.isEmpty() && JsonFields.hasErrors(item)) {
            List<Item> items = new ArrayList<>();
            item.path("failed_participants")
                    .forEach(p -> items.add(new Item(JsonFields.member(p).address(), false, JsonFields.errors(p))));
            String names = items.stream().map(Item::name).collect(Collectors.joining(":"));
            events.add(failed(origin(change, item, "failed:" + names), Kind.REMOVE, item, items));
        }
        return events;
    }

    /** The errors, which are inside the item or next to the list. */
    private static String initiator(WebhookChange change, JsonNode item) {
        return item.path("initiated_by").asText(change.value().path("initiated_by").asText("business"));
    }

    private List<Event> settings(WebhookChange change, JsonNode item) {
        List<Item> failures = new ArrayList<>();
        for (String name : SETTINGS) {
            if (!item.path(name).isEmpty() && !item.path(name).path("update_successful").asBoolean()) {
                failures.add(new Item(name, false, JsonFields.errors(item.path(name))));
            }
        }
        List<Event> events = new ArrayList<>();
        String subject = changed(item, "group_subject", "text");
        String description = changed(item, "group_description", "text");
        String picture = changed(item, "profile_picture", "sha256");
        if (subject != null || description != null || picture != null) {
            events.add(new GroupSettingsChanged(origin(change, item, ""), JsonFields.text(item, "request_id"), subject,
                    description, picture));
        }
        if (!failures.isEmpty() || JsonFields.hasErrors(item)) {
            events.add(failed(origin(change, item, "failed"), Kind.SETTINGS, item, failures));
        }
        return events;
    }

    private static @Nullable String changed(JsonNode item, String setting, String part) {
        JsonNode node = item.path(setting);
        return node.path("update_successful").asBoolean() ? node.path(part).asText("") : null;
    }

    private static OperationFailed failed(Origin origin, Kind kind, JsonNode item, List<Item> items) {
        return new OperationFailed(origin, kind, JsonFields.text(item, "request_id"), items, JsonFields.errors(item));
    }
}
