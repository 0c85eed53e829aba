package dev.tertulia.emulator.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;

/** A delivery on its way: the webhooks in it, and how it went. Guarded by the cloud's lock. */
public final class WebhookDelivery {
    private static final String CHANGES = "changes";
    private static final String STATUSES = "/value/statuses";

    private final String id;
    private final Supplier<@Nullable WebhookTarget> override;
    private final String field;
    private final Instant at;
    private final ObjectNode entry;
    private final List<Runnable> onDeparture = new ArrayList<>();
    private int attempts;
    private String outcome = "waiting";
    private long notBefore = Long.MIN_VALUE;
    private boolean copy;

    /** @param entry the account with the changes in it */
    WebhookDelivery(String id, Supplier<@Nullable WebhookTarget> override, String field, Instant at, ObjectNode entry) {
        this.id = id;
        this.override = override;
        this.field = field;
        this.at = at;
        this.entry = entry;
    }

    WebhookDelivery copied(String newId, Instant now) {
        var twin = new WebhookDelivery(newId, override, field, now, entry);
        twin.copy = true;
        return twin;
    }

    /** Takes another one's webhooks in; the same status of one participant for several messages is one webhook. */
    void absorb(WebhookDelivery other) {
        ArrayNode changes = entry.withArrayProperty(CHANGES);
        for (JsonNode change : other.entry.path(CHANGES)) {
            Optional<JsonNode> fellow = changes.valueStream().filter(one -> !who(one).isEmpty()
                    && who(one).equals(who(change))).findFirst();
            if (fellow.isPresent()) {
                ((ArrayNode) fellow.get().at(STATUSES)).addAll((ArrayNode) change.at(STATUSES));
            } else {
                changes.add(change);
            }
        }
        onDeparture.addAll(other.onDeparture);
    }

    /** The status and its participant, empty if a webhook is about others too. */
    private static String who(JsonNode change) {
        var all = new HashSet<String>();
        change.at(STATUSES).forEach(status -> all.add(status.path("recipient_participant_user_id").asText() + " "
                + status.path("status").asText()));
        String only = all.size() == 1 ? all.iterator().next() : "";
        return only.startsWith(" ") ? "" : only;
    }

    public String id() {
        return id;
    }

    /** The address of the business's number, or null if the number has none of its own. */
    @Nullable
    WebhookTarget override() {
        return override.get();
    }

    public String field() {
        return field;
    }

    public Instant at() {
        return at;
    }

    public ObjectNode body() {
        return Json.object("object", "whatsapp_business_account", "entry", List.of(entry));
    }

    boolean isOriginal() {
        return !copy;
    }

    /** Whether it may still share a delivery with others. */
    boolean isFresh() {
        return attempts == 0 && !copy;
    }

    public int attempts() {
        return attempts;
    }

    /** waiting, delivered, expired, or why the last attempt failed. */
    public String outcome() {
        return outcome;
    }

    /** The real time, in nanoseconds, before which it is not tried again. */
    long notBefore() {
        return notBefore;
    }

    public void onDeparture(Runnable step) {
        onDeparture.add(step);
    }

    void depart() {
        attempts++;
        onDeparture.forEach(Runnable::run);
    }

    void ended(String how) {
        outcome = how;
    }

    void failed(String why, long tryAgainAt) {
        outcome = why;
        notBefore = tryAgainAt;
    }
}
