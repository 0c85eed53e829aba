package dev.tertulia.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Content;
import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Member;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.Origin;
import dev.tertulia.message.PrivateMessage;
import dev.tertulia.message.Quote;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.Unsupported;

/** Reads {@code messages}: messages from people (wire reference, part 7.5). */
final class MessageReader {

    private static final Map<String, Function<JsonNode, @Nullable Content>> CONTENTS = Map.of("text",
            node -> new Content.Text(node.path("body").asText("")), "image", node -> media(MediaKind.IMAGE, node),
            "video", node -> media(MediaKind.VIDEO, node), "audio", node -> media(MediaKind.AUDIO, node), "document",
            node -> media(MediaKind.DOCUMENT, node), "sticker", node -> media(MediaKind.STICKER, node), "location",
            MessageReader::location, "contacts", MessageReader::contacts, "button",
            node -> new Content.ButtonTap(node.path("text").asText(""), JsonFields.text(node, "payload")),
            "interactive",
            MessageReader::choice);

    private final IdentityReader identities = new IdentityReader();

    Event read(WebhookChange change, JsonNode message) {
        String id = JsonFields.needId(message, "id");
        String type = message.path("type").asText("");
        MemberChanged changed = type.equals("system") ? identities.read(change, message) : null;
        if (changed != null) {
            return changed;
        }
        String userId = JsonFields.text(message, "from_user_id");
        String phone = JsonFields.text(message, "from");
        if (type.equals("system") && userId == null && phone == null) {
            String conversation = JsonFields.group(message);
            return unsupported(change.origin(conversation == null ? Origin.account(change.number()) : conversation,
                    JsonFields.time(message), "message:" + id), "messages.system", null, message);
        }
        Member sender = change.person(userId, phone);
        String group = JsonFields.group(message);
        Origin origin = change.origin(group == null ? Origin.person(sender.id()) : group, JsonFields.time(message),
                "message:" + id);
        if (type.equals("reaction")) {
            JsonNode reaction = message.path("reaction");
            return new Reaction(origin, sender, JsonFields.needId(reaction, "message_id"),
                    JsonFields.text(reaction, "emoji"));
        }
        Function<JsonNode, @Nullable Content> content = CONTENTS.get(type);
        Content read = content == null || !message.has(type) ? null : content.apply(message.path(type));
        if (read == null) {
            String kind = (group == null ? "messages.individual." : "messages.") + JsonFields.kind(message, "type");
            return unsupported(origin, kind, sender, message);
        }
        return group == null
                ? new PrivateMessage(origin, id, sender, read, quoted(message), forwarded(message),
                        forwardedOften(message))
                : new GroupMessage(origin, id, sender, read, quoted(message), forwarded(message),
                        forwardedOften(message));
    }

    /** A tap on a button or a row of a list; {@code null} for other interactive content, such as a flow. */
    private static @Nullable Content choice(JsonNode interactive) {
        JsonNode button = interactive.path("button_reply");
        JsonNode row = interactive.path("list_reply");
        if (button.isObject()) {
            return new Content.ButtonTap(button.path("title").asText(""), JsonFields.text(button, "id"));
        }
        return row.isObject()
                ? new Content.ListChoice(row.path("id").asText(""), row.path("title").asText(""),
                        JsonFields.text(row, "description"))
                : null;
    }

    private static Unsupported unsupported(Origin origin, String kind, @Nullable Member sender, JsonNode message) {
        return new Unsupported(origin, kind, sender, JsonFields.errors(message), message.toString());
    }

    private static @Nullable Quote quoted(JsonNode message) {
        JsonNode context = message.path("context");
        if (JsonFields.text(context, "id") == null) {
            return null;
        }
        String id = JsonFields.needId(context, "id");
        String author = JsonFields.text(context, "from");
        return new Quote(id, Member.find(author).map(Member::address).orElse(author));
    }

    private static boolean forwarded(JsonNode message) {
        return message.at("/context/forwarded").asBoolean() || forwardedOften(message);
    }

    private static boolean forwardedOften(JsonNode message) {
        return message.at("/context/frequently_forwarded").asBoolean();
    }

    private static Content media(MediaKind kind, JsonNode node) {
        return new Content.Media(kind, JsonFields.place("id", JsonFields.need(node, "id")),
                node.path("mime_type").asText(""),
                JsonFields.text(node, "sha256"), JsonFields.text(node, "caption"), JsonFields.text(node, "filename"),
                node.path("voice").asBoolean());
    }

    private static Content location(JsonNode node) {
        return new Content.Location(node.path("latitude").asDouble(), node.path("longitude").asDouble(),
                JsonFields.text(node, "name"), JsonFields.text(node, "address"));
    }

    private static Content contacts(JsonNode nodes) {
        List<Content.Card> cards = new ArrayList<>();
        for (JsonNode node : nodes) {
            List<String> phones = new ArrayList<>();
            node.path("phones").forEach(phone -> phones.add(phone.path("phone").asText("")));
            cards.add(new Content.Card(node.path("name").path("formatted_name").asText(""), phones));
        }
        return new Content.Contacts(cards);
    }
}
