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

/** Delivery of one or more webhooks, with its attempts and its outcome. Guarded by the account's lock. */
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

    /**
     * @param override returns the address of the number, null if it has none of its own
     * @param entry the account's entry with the changes
     */
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

    /** Adds the webhooks of another delivery. Equal statuses of one participant from one number are merged into one webhook. */
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

    /** Returns participant, status and number, or an empty string unless the webhook has exactly one of each. */
    private static String who(JsonNode change) {
        var all = new HashSet<String>();
        change.at(STATUSES).forEach(status -> all.add(status.path("recipient_participant_user_id").asText() + " "
                + status.path("status").asText()));
        String only = all.size() == 1 ? all.iterator().next() : "";
        return only.isEmpty() || only.startsWith(" ")
                ? ""
                : only + " " + change.at("/value/metadata/phone_number_id").asText();
    }

    public String id() {
        return id;
    }

    /** Returns the webhook address of the business's number, or null if the number has none of its own. */
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

    /** Returns whether it can be batched: it was not attempted and is not a duplicate. */
    boolean isFresh() {
        return attempts == 0 && !copy;
    }

    public int attempts() {
        return attempts;
    }

    /** Returns waiting, delivered, expired, or the reason why the last attempt failed. */
    public String outcome() {
        return outcome;
    }

    /** Returns the {@link System#nanoTime} before which it is not retried. */
    long notBefore() {
        return notBefore;
    }

    /** Adds a step that runs at each attempt, before the target is called. */
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
