package dev.tertulia.webhook;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The lists of people in an item of a group. Unreadable people get items of their own, so that the others are not
 * quarantined.
 */
final class PersonLists {

    private static final List<String> NAMES = List.of("added_participants", "removed_participants",
            "failed_participants");

    private final ObjectNode whole;
    private final ObjectNode around;
    private final List<JsonNode> alone = new ArrayList<>();

    private PersonLists(ObjectNode whole) {
        this.whole = whole;
        this.around = JsonNodeFactory.instance.objectNode();
        around.setAll(whole);
        around.remove(NAMES);
    }

    /**
     * The item with all readable people, then an item for each unreadable one; after many, one for the rest of a list.
     */
    static List<JsonNode> split(JsonNode item) {
        return item instanceof ObjectNode whole && NAMES.stream().anyMatch(name -> whole.path(name).isArray())
                ? new PersonLists(whole).split()
                : List.of(item);
    }

    private List<JsonNode> split() {
        ObjectNode readable = JsonNodeFactory.instance.objectNode();
        readable.setAll(whole);
        for (String name : NAMES) {
            if (whole.path(name).isArray()) {
                readable.set(name, readable(name));
            }
        }
        if (alone.isEmpty()) {
            return List.of(whole);
        }
        alone.addFirst(readable);
        return alone;
    }

    private ArrayNode readable(String name) {
        ArrayNode people = JsonNodeFactory.instance.arrayNode();
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        for (JsonNode person : whole.path(name)) {
            if (JsonFields.findMember(person).isPresent()) {
                people.add(person);
            } else if (alone.size() <= AcceptanceRules.MOST_PUT_ASIDE) {
                alone.add(alone(name, JsonNodeFactory.instance.arrayNode().add(person)));
            } else {
                rest.add(person);
            }
        }
        if (!rest.isEmpty()) {
            alone.add(alone(name, rest));
        }
        return people;
    }

    private ObjectNode alone(String name, ArrayNode people) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.setAll(around);
        one.set(name, people);
        return one;
    }
}
