package dev.tertulia.graph;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import io.micronaut.http.HttpMethod;
import org.jspecify.annotations.Nullable;

import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Picture;
import dev.tertulia.graph.http.Form;
import dev.tertulia.message.Origin;

/**
 * One request as sent (wire reference, parts 2 and 3).
 *
 * @param path below the version
 * @param body JSON, or the fields of a form if there is a file; empty for none
 */
public record GraphRequest(HttpMethod method, GraphPath path, Map<String, Object> body, Form.@Nullable FilePart file) {

    public GraphRequest(HttpMethod method, GraphPath path, Map<String, Object> body) {
        this(method, path, body, null);
    }

    /** The name of the request for people, without the query, which may contain a secret. */
    String name() {
        return method + " " + path.place();
    }

    static GraphRequest of(GraphSettings settings, String group, Action action, String callback) {
        return switch (action) {
            case Message.FreeForm free ->
                message(settings, group, callback, free.quotes(), MessageContent.of(free.body()));
            case Message.TemplateMessage message ->
                message(settings, group, callback, null,
                        MessageContent.of(message.template(), settings.language(), group));
            case Message.Invite invite -> invitation(settings, group, callback, invite);
            case Message.MarkRead read -> operation(HttpMethod.POST, GraphPath.of(settings.number(), "messages"),
                    Map.of("status", "read", "message_id", read.messageId()));
            case Message.ShowTyping shown -> operation(HttpMethod.POST, GraphPath.of(settings.number(), "messages"),
                    Map.of("status", "read", "message_id", shown.messageId(), "typing_indicator",
                            Map.of("type", "text")));
            case Message.Pin pin -> message(settings, group, callback, null,
                    Map.of("type", "pin", "pin",
                            Map.of("type", "pin", "message_id", pin.messageId(), "expiration_days", pin.days())));
            case Message.Unpin unpin -> message(settings, group, callback, null,
                    Map.of("type", "pin", "pin", Map.of("type", "unpin", "message_id", unpin.messageId())));
            case GroupOperation.CreateGroup create ->
                operation(HttpMethod.POST, GraphPath.of(settings.number(), "groups"), group(create));
            case GroupOperation.DeleteGroup delete ->
                new GraphRequest(HttpMethod.DELETE, GraphPath.of(group), Map.of());
            case GroupOperation.RemoveMembers remove ->
                operation(HttpMethod.DELETE, GraphPath.of(group, "participants"),
                        Map.of("participants", remove.members().stream().map(GraphRequest::participant).toList()));
            case GroupOperation.ChangeSettings change ->
                operation(HttpMethod.POST, GraphPath.of(group), settings(change));
            case GroupOperation.ChangePicture change -> picture(group, change.picture());
            case GroupOperation.ResetInviteLink reset ->
                operation(HttpMethod.POST, GraphPath.of(group, "invite_link"), Map.of());
            case GroupOperation.ApproveRequests approve ->
                operation(HttpMethod.POST, GraphPath.of(group, "join_requests"),
                        Map.of("join_requests", approve.requests()));
            case GroupOperation.RejectRequests reject ->
                operation(HttpMethod.DELETE, GraphPath.of(group, "join_requests"),
                        Map.of("join_requests", reject.requests()));
        };
    }

    private static GraphRequest message(GraphSettings settings, String group, String callback, @Nullable String quotes,
            Map<String, Object> content) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("messaging_product", "whatsapp");
        String person = Origin.personIn(group);
        if (person.isEmpty()) {
            body.put("recipient_type", "group");
            body.put("to", group);
        } else {
            body.put("recipient_type", "individual");
            address(body, person);
        }
        if (quotes != null) {
            body.put("context", Map.of("message_id", quotes));
        }
        body.putAll(content);
        body.put("biz_opaque_callback_data", callback);
        return new GraphRequest(HttpMethod.POST, GraphPath.of(settings.number(), "messages"), body);
    }

    /** Adds a person: by phone number with its plus, or by user id in a field of its own (wire reference, part 3). */
    private static void address(Map<String, Object> body, String person) {
        body.put(isUserId(person) ? "recipient" : "to", withPlus(person));
    }

    private static GraphRequest invitation(GraphSettings settings, String group, String callback,
            Message.Invite invite) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("messaging_product", "whatsapp");
        address(body, invite.person());
        body.putAll(MessageContent.of(invite.template(), settings.language(), group));
        body.put("biz_opaque_callback_data", callback);
        return new GraphRequest(HttpMethod.POST, GraphPath.of(settings.number(), "messages"), body);
    }

    /** Changes a picture. The part has the name that works, not that of Meta's example (wire reference, part 2). */
    public static GraphRequest picture(String group, Picture picture) {
        return new GraphRequest(HttpMethod.POST, GraphPath.of(group), Map.of("messaging_product", "whatsapp"),
                new Form.FilePart("profile_picture_file", "profile.jpg", "image/jpeg", picture.jpeg().length,
                        new ByteArrayInputStream(picture.jpeg())));
    }

    /** A query. */
    public static GraphRequest get(GraphPath path) {
        return new GraphRequest(HttpMethod.GET, path, Map.of());
    }

    private static GraphRequest operation(HttpMethod method, GraphPath path, Map<String, Object> parts) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("messaging_product", "whatsapp");
        body.putAll(parts);
        return new GraphRequest(method, path, body);
    }

    private static Map<String, Object> group(GroupOperation.CreateGroup create) {
        Map<String, Object> parts = settings(new GroupOperation.ChangeSettings(create.subject(), create.description()));
        parts.put("join_approval_mode", create.approvalRequired() ? "approval_required" : "auto_approve");
        return parts;
    }

    private static Map<String, Object> settings(GroupOperation.ChangeSettings change) {
        Map<String, Object> parts = new LinkedHashMap<>();
        if (change.subject() != null) {
            parts.put("subject", change.subject().strip());
        }
        if (change.description() != null) {
            parts.put("description", change.description());
        }
        return parts;
    }

    /** A person in a list of people. */
    public static Map<String, String> participant(String id) {
        return Map.of(isUserId(id) ? "user_id" : "user", withPlus(id));
    }

    /** Phone numbers are digits, user ids begin with a country code. */
    private static boolean isUserId(String id) {
        return Character.isLetter(id.charAt(0));
    }

    /**
     * Adds the plus, without which WhatsApp reads a phone number as one of the business's country (wire reference, part
     * 1.4).
     */
    private static String withPlus(String id) {
        return Character.isDigit(id.charAt(0)) ? "+" + id : id;
    }
}
