package dev.tertulia.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.Sha256;
import dev.tertulia.message.Event;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Unsupported;
import dev.tertulia.webhook.ParsedDelivery.Readable;
import dev.tertulia.webhook.ParsedDelivery.Unreadable;

/** Reads a delivery: every entry, change and item. An unreadable item does not affect the others. */
final class PayloadReader {

    private static final int DEEPEST = 1_000;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int LONGEST_NAME = 50_000;
    /** Names in deliveries are not interned, and colliding names are no error. */
    private static final JsonFactory PARSERS = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER).maxNameLength(LONGEST_NAME).build())
            .build();
    private static final ObjectMapper SORTED = new ObjectMapper()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private static final Set<String> MESSAGES = Set.of("messages");
    private static final Set<String> GROUPS = Set.of("group_lifecycle_update", "group_participants_update",
            "group_settings_update", "group_status_update");

    private final ObjectReader json;
    private final List<Reader> readers;

    PayloadReader(ObjectMapper json) {
        this.json = json.reader().with(PARSERS.copy()); // a factory keeps the first mapper that uses it
        MessageReader messages = new MessageReader();
        StatusReader statuses = new StatusReader();
        GroupReader groups = new GroupReader();
        this.readers = List.of(
                new Reader("messages", MESSAGES, (change, message) -> List.of(messages.read(change, message))),
                new Reader("statuses", MESSAGES, (change, status) -> List.of(statuses.read(change, status))),
                new Reader("groups", GROUPS, groups::read));
    }

    ParsedDelivery read(byte[] body) {
        ParsedDelivery payload = new ParsedDelivery(new ArrayList<>(), new ArrayList<>());
        JsonNode root;
        try {
            root = tree(body);
        } catch (IOException broken) {
            return unreadable(payload, () -> new String(body, StandardCharsets.UTF_8), reason(broken));
        }
        JsonNode entries = root.path("entry");
        if (!entries.isArray()) {
            return unreadable(payload, root::toString, "there is no list 'entry'");
        }
        for (JsonNode entry : entries) {
            for (JsonNode change : entry.path("changes")) {
                read(payload, entry, change);
            }
        }
        return payload;
    }

    private static String reason(IOException broken) {
        return broken instanceof StreamConstraintsException
                ? "this JSON is nested deeper, or has longer numbers or names, than any delivery"
                : "this is not JSON";
    }

    /** Invalid UTF-8 must not affect other items: undecodable bytes become U+FFFD. */
    private JsonNode tree(byte[] body) throws IOException {
        try {
            return json.readTree(body);
        } catch (IOException broken) {
            return json.readTree(new String(body, StandardCharsets.UTF_8));
        }
    }

    private void read(ParsedDelivery payload, JsonNode entry, JsonNode raw) {
        WebhookChange change = WebhookChange.of(raw);
        JsonNode value = change.value();
        int before = payload.readable().size() + payload.unreadable().size();
        for (Reader reader : readers) {
            for (JsonNode item : value.path(reader.list())) {
                items(reader, change, item)
                        .forEach(one -> add(payload, new DeliveryItem(entry, raw, reader.list(), one),
                                () -> events(reader, change, entry, one)));
            }
        }
        if (JsonFields.hasErrors(value) || before == payload.readable().size() + payload.unreadable().size()) {
            add(payload, new DeliveryItem(entry, raw, "", value), () -> List.of(unknown(change, entry, value)));
        }
    }

    /** The reader of the items of a list in changes of certain fields. */
    private record Reader(String list, Set<String> fields,
            BiFunction<WebhookChange, JsonNode, @Nullable List<Event>> reading) {

        /** Whether it reads a change. Other fields have lists of these names too, such as the statuses of calls. */
        boolean reads(WebhookChange change) {
            return fields.contains(change.field()) || change.field().isEmpty();
        }
    }

    private static List<JsonNode> items(Reader reader, WebhookChange change, JsonNode item) {
        return reader.reads(change) ? PersonLists.split(item) : List.of(item);
    }

    private List<Event> events(Reader reader, WebhookChange change, JsonNode entry, JsonNode item) {
        List<Event> events = reader.reads(change) ? reader.reading().apply(change, item) : null;
        return events != null ? events : List.of(unknown(change, entry, item));
    }

    private void add(ParsedDelivery payload, DeliveryItem part, Supplier<List<Event>> reading) {
        try {
            reading.get().forEach(event -> payload.readable().add(new Readable(event, part)));
        } catch (IllegalArgumentException e) {
            unreadable(payload, part::alone, String.valueOf(e.getMessage()));
        }
    }

    private static ParsedDelivery unreadable(ParsedDelivery payload, Supplier<String> raw, String reason) {
        payload.unreadable().add(new Unreadable(raw, reason));
        return payload;
    }

    /** An account event, or else an event of unknown kind. */
    private Event unknown(WebhookChange change, JsonNode entry, JsonNode item) {
        String group = JsonFields.group(item);
        Instant at = JsonFields.timeIn(item, "timestamp").or(() -> JsonFields.timeIn(entry, "time"))
                .orElse(Instant.EPOCH);
        String conversation = group != null ? group : Origin.account(change.number());
        String type = JsonFields.hasErrors(item)
                ? ".errors"
                : item.has("type") ? "." + JsonFields.kind(item, "type") : "";
        Origin origin = change.origin(conversation, at, "other:" + at.getEpochSecond() + ":" + fingerprint(item));
        Event told = AccountReader.read(change.field(), origin, item);
        return told != null
                ? told
                : new Unsupported(origin, change.field() + type, null, JsonFields.errors(item), item.toString());
    }

    /** A fingerprint that is independent of the order of keys. */
    private static String fingerprint(JsonNode node) {
        try {
            byte[] sorted = SORTED.writeValueAsBytes(SORTED.treeToValue(node, Object.class));
            return HexFormat.of().formatHex(Sha256.of(sorted), 0, 16);
        } catch (IOException e) {
            throw new IllegalArgumentException("no fingerprint of this JSON", e);
        }
    }
}
