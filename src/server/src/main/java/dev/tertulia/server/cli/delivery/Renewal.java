package dev.tertulia.server.cli.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Makes recorded deliveries new, so that they are handled again: all times are moved, the latest to now, and messages get
 * other ids, also where they are quoted.
 */
final class Renewal {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TIME = Pattern.compile("(\"(?:timestamp|time)\":\"?)(\\d{9,12})(?=\\D)");

    private final long shift;
    private final Map<String, String> ids = new HashMap<>();

    private Renewal(long shift) {
        this.shift = shift;
    }

    /**
     * Makes deliveries new.
     *
     * @param mark distinguishes the new ids from those of another time
     */
    static List<Recorded> of(List<Recorded> all, Instant now, String mark) {
        List<String> bodies = all.stream().map(one -> compact(one.body())).toList();
        long latest = bodies.stream().flatMap(body -> TIME.matcher(body).results())
                .mapToLong(time -> Long.parseLong(time.group(2))).max().orElse(now.getEpochSecond());
        Renewal renewal = new Renewal(now.getEpochSecond() - latest);
        Set<String> known = new HashSet<>();
        bodies.stream().flatMap(Renewal::messageIds).forEach(known::add);
        known.forEach(id -> renewal.ids.put(id, id + mark));
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .map(i -> new Recorded(all.get(i).at(), renewal.renew(bodies.get(i)))).toList();
    }

    /** Without spaces between the values; a body that is no JSON as it is. */
    private static String compact(String body) {
        try {
            return JSON.readTree(body).toString();
        } catch (JsonProcessingException e) {
            return body;
        }
    }

    private static Stream<String> messageIds(String body) {
        try {
            return JSON.readTree(body).findValues("messages").stream().flatMap(JsonNode::valueStream)
                    .map(message -> message.path("id").asText()).filter(id -> !id.isEmpty());
        } catch (JsonProcessingException e) {
            return Stream.empty();
        }
    }

    private String renew(String body) {
        String moved = TIME.matcher(body).replaceAll(time -> Matcher.quoteReplacement(
                time.group(1) + (Long.parseLong(time.group(2)) + shift)));
        for (Map.Entry<String, String> id : ids.entrySet()) {
            moved = moved.replace("\"" + id.getKey() + "\"", "\"" + id.getValue() + "\"");
        }
        return moved;
    }
}
