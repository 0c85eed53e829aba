package dev.tertulia.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.micronaut.http.HttpMethod;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Body;
import dev.tertulia.bot.Template;

/**
 * One call as it stands on the wire (wire reference, parts 2 and 3).
 *
 * @param path without the version
 * @param body nothing is sent if it is empty
 */
record GraphRequest(HttpMethod method, String path, Map<String, Object> body) {

    static GraphRequest of(GraphSettings settings, String group, Action action, String callback) {
        return switch (action) {
            case Action.FreeForm free -> message(settings, group, callback, free.quotes(), content(free.body()));
            case Action.TemplateMessage message ->
                message(settings, group, callback, null, template(message.template(), settings.language()));
            case Action.Pin pin -> message(settings, group, callback, null,
                    Map.of("type", "pin", "pin",
                            Map.of("type", "pin", "message_id", pin.messageId(), "expiration_days", pin.days())));
            case Action.Unpin unpin -> message(settings, group, callback, null,
                    Map.of("type", "pin", "pin", Map.of("type", "unpin", "message_id", unpin.messageId())));
            case Action.CreateGroup create ->
                operation(HttpMethod.POST, settings.number() + "/groups", group(create));
            case Action.DeleteGroup delete -> new GraphRequest(HttpMethod.DELETE, group, Map.of());
            case Action.RemoveMembers remove -> operation(HttpMethod.DELETE, group + "/participants",
                    Map.of("participants", remove.members().stream().map(GraphRequest::participant).toList()));
            case Action.ChangeSettings change -> operation(HttpMethod.POST, group, settings(change));
            case Action.ResetInviteLink reset -> operation(HttpMethod.POST, group + "/invite_link", Map.of());
            case Action.ApproveRequests approve ->
                operation(HttpMethod.POST, group + "/join_requests", Map.of("join_requests", approve.requests()));
            case Action.RejectRequests reject ->
                operation(HttpMethod.DELETE, group + "/join_requests", Map.of("join_requests", reject.requests()));
        };
    }

    private static GraphRequest message(GraphSettings settings, String group, String callback, @Nullable String quotes,
            Map<String, Object> content) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("messaging_product", "whatsapp");
        body.put("recipient_type", "group");
        body.put("to", group);
        if (quotes != null) {
            body.put("context", Map.of("message_id", quotes));
        }
        body.putAll(content);
        body.put("biz_opaque_callback_data", callback);
        return new GraphRequest(HttpMethod.POST, settings.number() + "/messages", body);
    }

    private static GraphRequest operation(HttpMethod method, String path, Map<String, Object> parts) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("messaging_product", "whatsapp");
        body.putAll(parts);
        return new GraphRequest(method, path, body);
    }

    private static Map<String, Object> content(Body body) {
        return switch (body) {
            case Body.Text text -> Map.of("type", "text", "text", Map.of("body", text.words()));
        };
    }

    private static Map<String, Object> template(Template template, String language) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("name", template.name());
        wire.put("language", Map.of("code", template.language() == null ? language : template.language()));
        if (!template.body().isEmpty()) {
            List<Map<String, String>> parameters = template.body().stream()
                    .map(text -> Map.of("type", "text", "text", text)).toList();
            wire.put("components", List.of(Map.of("type", "body", "parameters", parameters)));
        }
        return Map.of("type", "template", "template", wire);
    }

    private static Map<String, Object> group(Action.CreateGroup create) {
        Map<String, Object> parts = settings(new Action.ChangeSettings(create.subject(), create.description()));
        parts.put("join_approval_mode", create.approvalRequired() ? "approval_required" : "auto_approve");
        return parts;
    }

    private static Map<String, Object> settings(Action.ChangeSettings change) {
        Map<String, Object> parts = new LinkedHashMap<>();
        if (change.subject() != null) {
            parts.put("subject", change.subject().strip());
        }
        if (change.description() != null) {
            parts.put("description", change.description());
        }
        return parts;
    }

    /** Phone numbers are digits, user ids begin with a country code. */
    private static Map<String, String> participant(String id) {
        return Character.isLetter(id.charAt(0)) ? Map.of("user_id", id) : Map.of("user", id);
    }
}
