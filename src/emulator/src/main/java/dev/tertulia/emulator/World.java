package dev.tertulia.emulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** All there is in a cloud. Guarded by the cloud's lock. */
final class World {
    private static final int MOST_CALLS = 500;

    private final MovableClock clock;
    private final Templates templates = new Templates();
    private final Faults faults = new Faults();
    private final Bucket throughput = new Bucket();
    private final Mailroom mailroom;
    private final Map<String, ChatGroup> groups = new LinkedHashMap<>();
    private final Deque<Call> calls = new ArrayDeque<>();
    private CloudSettings settings;
    private Ids ids;
    private People people;
    private long violations;
    private long notices;

    World(CloudSettings settings, MovableClock clock, Guard guard) {
        this.settings = settings;
        this.clock = clock;
        this.mailroom = new Mailroom(clock, guard);
        this.ids = new Ids(settings.seed());
        this.people = new People(ids);
    }

    void reset() {
        groups.clear();
        calls.clear();
        faults.clear();
        templates.clear();
        throughput.limit(0);
        mailroom.clear();
        violations = 0;
        notices = 0;
        ids = new Ids(settings.seed());
        people = new People(ids);
    }

    CloudSettings settings() {
        return settings;
    }

    void appSecret(String secret) {
        settings = settings.withAppSecret(secret);
    }

    MovableClock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    Ids ids() {
        return ids;
    }

    People people() {
        return people;
    }

    Templates templates() {
        return templates;
    }

    Faults faults() {
        return faults;
    }

    Bucket throughput() {
        return throughput;
    }

    Mailroom mailroom() {
        return mailroom;
    }

    Map<String, ChatGroup> groups() {
        return groups;
    }

    ChatGroup group(String id) {
        @Nullable
        ChatGroup group = groups.get(id);
        if (group == null) {
            throw new NoSuchElementException(
                    "There is no group '%s'. The groups are %s.".formatted(id, groups.keySet()));
        }
        return group;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    void record(Call call) {
        calls.addLast(call);
        if (calls.size() > MOST_CALLS) {
            calls.removeFirst();
        }
    }

    long violations() {
        return violations;
    }

    void violated() {
        violations++;
    }

    /** Something that people read in the conversation although nobody said it. */
    void notice(ChatGroup group, String from, String text) {
        group.add(Bubble.notice("notice-" + ++notices, now(), from, text));
    }

    Post post(String field, ObjectNode value) {
        return mailroom.put(field, Json.bytes(Json.object("object", "whatsapp_business_account", "entry",
                List.of(Json.object("id", settings.businessAccountId(), "changes",
                        List.of(Json.object("value", value, "field", field)))))));
    }

    /** The start of every webhook's value. */
    ObjectNode value() {
        return Json.object("messaging_product", "whatsapp", "metadata", Json.object("display_phone_number",
                settings.displayPhoneNumber(), "phone_number_id", settings.phoneNumberId()));
    }
}
