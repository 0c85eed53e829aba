package dev.tertulia.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.webhook.WebhookTarget;

/** Phone number of the business, with its rate limits, private chats and blocked people. Guarded by the account's lock. */
final class BusinessNumber {
    /** The customer service window that each message of a person opens. */
    static final Duration WINDOW = Duration.ofHours(24);

    private static final Duration PAIR_INTERVAL = Duration.ofSeconds(6);
    private static final int STANDARD_THROUGHPUT = 80;

    private final String id;
    private final String display;
    private final Map<CallKind, TokenBucket> callLimits = new HashMap<>();
    private final Map<String, TokenBucket> pairs = new HashMap<>();
    private final SequencedMap<String, PrivateChat> chats = new LinkedHashMap<>();
    private final SequencedSet<String> blocked = new LinkedHashSet<>();
    private final ObjectNode profile = Json.object();
    private Limits limits = Limits.NONE;
    private @Nullable WebhookTarget override;

    BusinessNumber(String id, String display, Limits limits) {
        this.id = id;
        this.display = display;
        limit(limits);
    }

    String id() {
        return id;
    }

    /** Returns the phone number, digits only. */
    String display() {
        return display;
    }

    void limit(Limits now) {
        limits = now;
        callLimits.put(CallKind.MESSAGES, TokenBucket.of(now.messagesPerSecond(), Duration.ofSeconds(1)));
        callLimits.put(CallKind.OPERATIONS, TokenBucket.of(now.operationsPerSecond(), Duration.ofSeconds(1)));
        pairs.clear();
    }

    String throughputLevel() {
        return limits.messagesPerSecond() > STANDARD_THROUGHPUT ? "HIGH" : "STANDARD";
    }

    boolean take(CallKind callKind, Instant now) {
        return callLimits.get(callKind).take(now);
    }

    boolean takePair(String person, Instant now) {
        return pairs.computeIfAbsent(person, key -> TokenBucket.burst(limits.pairBurst(), PAIR_INTERVAL)).take(now);
    }

    /** Returns the chat with a person, a new one if there is none yet. That with an unknown person is not kept. */
    PrivateChat chat(Person person) {
        if (person.id().isEmpty()) {
            return new PrivateChat(this, person);
        }
        PrivateChat chat = chats.computeIfAbsent(person.id(), id -> new PrivateChat(this, person));
        chat.person(person);
        return chat;
    }

    /** Returns the private chats by the person's id. */
    SequencedMap<String, PrivateChat> chats() {
        return chats;
    }

    /** Returns the ids of the people whose private messages are dropped. */
    SequencedSet<String> blocked() {
        return blocked;
    }

    ObjectNode profile() {
        return profile;
    }

    /** Returns the number's own webhook target, null if it uses the common one. */
    @Nullable
    WebhookTarget override() {
        return override;
    }

    void override(@Nullable WebhookTarget target) {
        override = target;
    }
}
