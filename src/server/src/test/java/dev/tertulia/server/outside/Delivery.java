package dev.tertulia.server.outside;

import java.time.Instant;
import java.util.List;

/** The JSON of deliveries, in the shape of the wire reference. */
public final class Delivery {

    public static final String NUMBER = "106540352242922";

    private Delivery() {}

    /** A delivery with several messages, in this order. */
    public static String ofMessages(List<String> messages) {
        return change("messages", "\"messages\": [" + String.join(",", messages) + "]");
    }

    /** A message of a member in a group. */
    public static String message(String group, String id, String text, Instant at) {
        return """
                {"from": "16505551234", "group_id": "%s", "id": "%s", "timestamp": "%d",
                 "text": {"body": "%s"}, "type": "text"}""".formatted(group, id, at.getEpochSecond(), text);
    }

    /** A message that quotes another one. */
    public static String quoting(String group, String id, String quoted, String text) {
        return """
                {"from": "16505551234", "group_id": "%s", "id": "%s", "timestamp": "%d",
                 "context": {"from": "15550783881", "id": "%s"}, "text": {"body": "%s"}, "type": "text"}"""
                .formatted(group, id, Instant.now().getEpochSecond(), quoted, text);
    }

    /** A reaction to a message of a group. */
    public static String reaction(String group, String id, String messageId, String emoji) {
        return """
                {"from": "16505551234", "group_id": "%s", "id": "%s", "timestamp": "%d", "type": "reaction",
                 "reaction": {"message_id": "%s", "emoji": "%s"}}"""
                .formatted(group, id, Instant.now().getEpochSecond(), messageId, emoji);
    }

    /** A message that somebody wrote in the one-to-one chat. */
    public static String privateMessage(String phone, String id, String text) {
        return """
                {"from": "%s", "id": "%s", "timestamp": "%d", "text": {"body": "%s"}, "type": "text"}"""
                .formatted(phone, id, Instant.now().getEpochSecond(), text);
    }

    /** Somebody joins a group by its link. */
    public static String join(String group, String phone, Instant at) {
        return change("group_participants_update", """
                "groups": [{"timestamp": %d, "group_id": "%s", "type": "group_participants_add",
                            "reason": "invite_link", "added_participants": [{"wa_id": "%s"}]}]"""
                .formatted(at.getEpochSecond(), group, phone));
    }

    /** A removal of two people, of which one succeeded. */
    public static String partlyRemoved(String group, String request, String removed, String failed) {
        return change("group_participants_update", """
                "groups": [{"timestamp": %d, "group_id": "%s", "type": "group_participants_remove",
                            "request_id": "%s", "initiated_by": "business",
                            "removed_participants": [{"input": "+%s"}],
                            "failed_participants": [{"input": "+%5$s", "errors": [
                                {"code": 999999, "message": "secret words to +%5$s", "title": "secret words"}]}],
                            "errors": [{"code": 131201, "message": "secret words", "title": "secret words"}]}]"""
                .formatted(Instant.now().getEpochSecond(), group, request, removed, failed));
    }

    /** The removal of somebody that was requested. */
    public static String removed(String group, String request, String phone) {
        return change("group_participants_update", """
                "groups": [{"timestamp": %d, "group_id": "%s", "type": "group_participants_remove",
                            "request_id": "%s", "initiated_by": "business",
                            "removed_participants": [{"input": "+%s"}]}]"""
                .formatted(Instant.now().getEpochSecond(), group, request, phone));
    }

    /** The status {@code sent} of a message. */
    public static String sent(String group, String id, String callback) {
        return change("messages", """
                "statuses": [{"id": "%s", "status": "sent", "timestamp": "%d", "recipient_id": "%s",
                              "recipient_type": "group", "biz_opaque_callback_data": "%s"}]"""
                .formatted(id, Instant.now().getEpochSecond(), group, callback));
    }

    /** The failure of a message that WhatsApp had accepted. */
    public static String failed(String group, String id, int code) {
        return change("messages", """
                "statuses": [{"id": "%s", "status": "failed", "timestamp": "%d", "recipient_id": "%s",
                              "recipient_type": "group", "errors": [{"code": %d, "title": "no"}]}]"""
                .formatted(id, Instant.now().getEpochSecond(), group, code));
    }

    private static String change(String field, String what) {
        return """
                {"object": "whatsapp_business_account", "entry": [{"id": "102290129340398", "changes": [{"value": {
                 "messaging_product": "whatsapp",
                 "metadata": {"display_phone_number": "15550783881", "phone_number_id": "%s"}, %s},
                 "field": "%s"}]}]}""".formatted(NUMBER, what, field);
    }

    /** The same delivery with the current time, because events older than a week are set aside. */
    public static String ofNow(String json) {
        return json.replaceAll("(\"(?:timestamp|time)\": *\"?)\\d{9,}", "$1" + Instant.now().getEpochSecond());
    }
}
