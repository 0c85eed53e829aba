package dev.tertulia.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import org.jspecify.annotations.Nullable;

/**
 * An endless row of Meta's deliveries in which something is wrong: fields dropped, types changed, nested deeper, huge
 * strings, numbers out of range, invalid UTF-8, bytes cut off. Where JSON is left, a message that is right lies beside.
 */
public final class SpoiltDeliveries {

    public static final String SECRET = SampleIntake.SECRET;
    public static final String NUMBER = SampleIntake.NUMBER;
    /** When they come, and when what they tell of happened. */
    public static final Instant NOW = SampleIntake.NOW;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TIME = Pattern.compile("(\"time(?:stamp)?\":\\s*\"?)[0-9]{10}");
    private static final int DEEPEST = 200;
    private static final int LONGEST = 60_000;
    private static final List<String> ODD = List.of("null", "true", "false", "[]", "{}", "\"\"", "\" \"", "0", "-1",
            "1e400", "-0.0", "9223372036854775807", "-9223372036854775808", "31556889864403199", "1e-400",
            "\"\\u0000\"", "\"\\ud800\"", "\"\\n\"", "\"}:{\"", "\"%s%n\"", "\"-9223372036854775808\"", "\"NaN\"",
            "\"group_create\"", "\"delivered\"", "\"text\"", "[[[]]]", "[null]", "[{}]", "{\"a\": null}",
            "\"" + "9".repeat(500) + "\"", "9".repeat(500));

    private final Random chance;
    private final List<JsonNode> deliveries;

    /**
     * A delivery.
     *
     * @param neighbour id of the message in it that is right; absent where the whole cannot be read
     */
    public record Spoilt(byte[] body, @Nullable String neighbour) {

        /** What Meta sends along. */
        public String signature() {
            return SampleIntake.sign(SECRET, body);
        }

        @Override
        public String toString() {
            return new String(body, 0, Math.min(body.length, 5_000), StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * The row that belongs to a seed.
     *
     * @param samples folder of deliveries that are right
     */
    public SpoiltDeliveries(long seed, Path samples) {
        chance = new Random(seed);
        try (Stream<Path> files = Files.list(samples)) {
            deliveries = files.sorted().map(SpoiltDeliveries::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(TIME.matcher(Files.readString(file)).replaceAll("$1" + NOW.getEpochSecond()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next one. Its neighbour's id is so odd that no byte changed elsewhere ever makes the same. */
    public Spoilt next() {
        ObjectNode delivery = deliveries.get(chance.nextInt(deliveries.size())).deepCopy();
        ArrayNode entries = (ArrayNode) delivery.path("entry");
        for (int times = chance.nextInt(4); times >= 0; times--) {
            spoilNode(entries);
        }
        String neighbour = "wamid." + new UUID(chance.nextLong(), chance.nextLong());
        entries.insert(chance.nextInt(entries.size() + 1), neighbour(neighbour));
        byte[] body = bytes(delivery);
        return switch (chance.nextInt(20)) {
            case 0 -> new Spoilt(Arrays.copyOf(body, chance.nextInt(body.length)), null);
            case 1 -> new Spoilt(withAnyByteChanged(body), null);
            case 2 -> new Spoilt(withInvalidUtf8(delivery), neighbour);
            default -> new Spoilt(body, neighbour);
        };
    }

    private static JsonNode neighbour(String id) {
        ObjectNode value = JSON.createObjectNode();
        value.putObject("metadata").put("phone_number_id", NUMBER);
        ObjectNode message = value.putArray("messages").addObject().put("from", "16505551234").put("id", id)
                .put("group_id", "neighbours").put("timestamp", String.valueOf(NOW.getEpochSecond()))
                .put("type", "text");
        message.putObject("text").put("body", "hello");
        ObjectNode entry = JSON.createObjectNode();
        entry.putArray("changes").addObject().put("field", "messages").set("value", value);
        return entry;
    }

    /** Any place below counts as much as any other. */
    private void spoilNode(ArrayNode entries) {
        List<Runnable> places = new ArrayList<>();
        collect(entries, places);
        if (!places.isEmpty()) {
            places.get(chance.nextInt(places.size())).run();
        }
    }

    private void collect(JsonNode parent, List<Runnable> places) {
        if (parent instanceof ObjectNode object) {
            for (String name : namesOf(object)) {
                places.add(() -> spoil(object, name));
                collect(object.path(name), places);
            }
        } else if (parent instanceof ArrayNode array) {
            IntStream.range(0, array.size()).forEach(place -> {
                places.add(() -> spoil(array, place));
                collect(array.path(place), places);
            });
        }
    }

    private static List<String> namesOf(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void spoil(ObjectNode object, String name) {
        switch (chance.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + "_", object.remove(name));
            default -> object.set(name, other(object.path(name)));
        }
    }

    private void spoil(ArrayNode array, int place) {
        switch (chance.nextInt(4)) {
            case 0 -> array.remove(place);
            case 1 -> array.add(array.path(place).deepCopy());
            default -> array.set(place, other(array.path(place)));
        }
    }

    private JsonNode other(JsonNode node) {
        return switch (chance.nextInt(6)) {
            case 0 -> deeper(node, 1 + chance.nextInt(chance.nextInt(20) == 0 ? DEEPEST : 3));
            case 1 -> JSON.getNodeFactory().textNode(longText());
            case 2 -> JSON.getNodeFactory().numberNode(chance.nextLong());
            case 3 -> JSON.getNodeFactory().textNode(node.isTextual() ? node.asText() + "\u0000" : node.toString());
            default -> odd();
        };
    }

    private JsonNode deeper(JsonNode node, int levels) {
        JsonNode nested = node;
        for (int level = 0; level < levels; level++) {
            nested = chance.nextBoolean()
                    ? JSON.createArrayNode().add(nested)
                    : JSON.createObjectNode().set("a", nested);
        }
        return nested;
    }

    private String longText() {
        return "é\uD83D\uDC4B\"".repeat(chance.nextInt(chance.nextInt(20) == 0 ? LONGEST : 50));
    }

    private JsonNode odd() {
        return JSON.getNodeFactory().rawValueNode(new RawValue(
                ODD.get(chance.nextInt(ODD.size()))));
    }

    private byte[] withAnyByteChanged(byte[] body) {
        for (int times = chance.nextInt(3); times >= 0; times--) {
            body[chance.nextInt(body.length)] = (byte) chance.nextInt();
        }
        return body;
    }

    /** The middle of a two-byte sign is cut out of a text, as a careless program cuts texts that are too long. */
    private static byte[] withInvalidUtf8(ObjectNode delivery) {
        delivery.put("note", "\u00e9");
        byte[] body = bytes(delivery);
        for (int i = 0; i < body.length; i++) {
            if (body[i] == (byte) 0xA9 && body[i - 1] == (byte) 0xC3) {
                body[i] = ' ';
            }
        }
        return body;
    }

    private static byte[] bytes(JsonNode delivery) {
        try {
            return JSON.writeValueAsBytes(delivery);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
