package dev.tertulia.webhook;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.message.Ids;

/**
 * An item of a delivery with its surroundings.
 *
 * @param list the list of the change that it is in; empty if it is part of the change outside its lists
 */
record DeliveryItem(JsonNode entry, JsonNode change, String list, JsonNode item) {

    private static final String CARDS = "contacts";
    private static final int LONGEST_NAME = 200;
    private static final Set<String> LISTS = Set.of("messages", "statuses", "groups", CARDS);

    /** The smallest delivery that contains the item, so that it can be read again. */
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

    /** Adds only the cards of people whom the item names, because there may be a thousand. */
    private void cards(JsonNode cards, ObjectNode value) {
        Set<String> names = new HashSet<>();
        collect(item, names);
        ArrayNode named = JsonNodeFactory.instance.arrayNode();
        for (JsonNode card : cards) {
            if (isNamed(card, "wa_id", names) || isNamed(card, "user_id", names)) {
                named.add(card);
            }
        }
        if (!named.isEmpty()) {
            value.set(CARDS, named);
        }
    }

    private static boolean isNamed(JsonNode card, String key, Set<String> names) {
        String name = JsonFields.text(card, key);
        return name != null && (names.contains(name) || names.contains(Ids.digits(name)));
    }

    /** Collects everything that may be a user id or phone number. */
    private static void collect(JsonNode node, Set<String> names) {
        if (node.isValueNode()) {
            String text = node.asText().strip();
            if (text.length() <= LONGEST_NAME) {
                names.add(text);
                names.add(Ids.digits(text));
            }
        }
        node.forEach(child -> collect(child, names));
    }

    private static ObjectNode copy(JsonNode node, Predicate<Map.Entry<String, JsonNode>> keep) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().stream().filter(keep).forEach(member -> copy.set(member.getKey(), member.getValue()));
        return copy;
    }
}
