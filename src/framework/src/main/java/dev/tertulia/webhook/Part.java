package dev.tertulia.webhook;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An item of a delivery, and what surrounds it.
 *
 * @param list the list of the change that it is in; empty if it is what the change holds beside its lists
 */
record Part(JsonNode entry, JsonNode change, String list, JsonNode item) {

    private static final String CARDS = "contacts";
    private static final Set<String> LISTS = Set.of("messages", "statuses", "groups", CARDS);

    /** The smallest delivery that holds it, so that it can be read again. */
    String alone() {
        ObjectNode small = copy(change, member -> true);
        if (change.path("value").isObject()) {
            small.set("value", value());
        }
        ObjectNode around = copy(entry, member -> !member.getKey().equals("changes"));
        around.putArray("changes").add(small);
        ObjectNode delivery = JsonNodeFactory.instance.objectNode();
        delivery.putArray("entry").add(around);
        return delivery.toString();
    }

    private ObjectNode value() {
        JsonNode whole = change.path("value");
        ObjectNode value = copy(whole, member -> !LISTS.contains(member.getKey()) || !member.getValue().isArray());
        if (!list.isEmpty()) {
            cards(whole.path(CARDS), value);
            value.putArray(list).add(item);
        }
        return value;
    }

    /** Only the cards of those whom the item names: there may be a thousand. */
    private void cards(JsonNode cards, ObjectNode value) {
        String text = item.toString();
        ArrayNode named = JsonNodeFactory.instance.arrayNode();
        for (JsonNode card : cards) {
            String phone = Wire.text(card, "wa_id");
            String user = Wire.text(card, "user_id");
            if (phone != null && text.contains(phone) || user != null && text.contains(user)) {
                named.add(card);
            }
        }
        if (!named.isEmpty()) {
            value.set(CARDS, named);
        }
    }

    private static ObjectNode copy(JsonNode node, Predicate<Map.Entry<String, JsonNode>> keep) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().stream().filter(keep).forEach(member -> copy.set(member.getKey(), member.getValue()));
        return copy;
    }
}
