package dev.tertulia.webhook;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The lists of people in a group's item. Who cannot be read gets an item alone, so that the others are not put aside too. */
final class PersonLists {

    private static final List<String> NAMES = List.of("added_participants", "removed_participants",
            "failed_participants");

    private PersonLists() {}

    /** The item with all who can be read, then one item for each who cannot. */
    static List<JsonNode> split(JsonNode item) {
        if (!(item instanceof ObjectNode whole)) {
            return List.of(item);
        }
        List<JsonNode> alone = new ArrayList<>();
        ObjectNode readable = whole.deepCopy();
        for (String name : NAMES) {
            if (whole.path(name).isArray()) {
                ArrayNode people = JsonNodeFactory.instance.arrayNode();
                for (JsonNode person : whole.path(name)) {
                    if (Wire.findMember(person).isPresent()) {
                        people.add(person);
                    } else {
                        alone.add(alone(whole, name, person));
                    }
                }
                readable.set(name, people);
            }
        }
        if (alone.isEmpty()) {
            return List.of(item);
        }
        alone.addFirst(readable);
        return alone;
    }

    private static ObjectNode alone(ObjectNode item, String name, JsonNode person) {
        ObjectNode alone = item.deepCopy();
        alone.remove(NAMES);
        alone.putArray(name).add(person);
        return alone;
    }
}
