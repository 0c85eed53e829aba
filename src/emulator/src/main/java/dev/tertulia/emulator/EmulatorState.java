package dev.tertulia.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.lock.StateLock;
import dev.tertulia.emulator.webhook.WebhookDelivery;
import dev.tertulia.emulator.webhook.WebhookQueue;

/** State of the emulated account. Guarded by the account's lock. */
final class EmulatorState {
    private static final int MOST_DELETED = 100;
    private static final Duration HOUR = Duration.ofHours(1);

    private final MovableClock clock;
    private final Templates templates = new Templates();
    private final Faults faults = new Faults();
    private final WebhookTargets targets = new WebhookTargets(this::ids);
    private final WebhookQueue webhooks;
    private final MediaStore media;
    private final AnalyticsLog analytics = new AnalyticsLog();
    private final PriceList prices = new PriceList();
    private final AccountRestrictions restrictions = new AccountRestrictions();
    private final SequencedMap<String, BusinessNumber> numbers = new LinkedHashMap<>();
    private final Map<String, ChatGroup> groups = new LinkedHashMap<>();
    private final Map<String, ChatGroup> deleted = new LinkedHashMap<>();
    private final CallLog calls = new CallLog();
    private AccountSettings settings;
    private Limits limits = Limits.NONE;
    private TokenBucket management = TokenBucket.of(0, HOUR);
    private Receipts receipts = Receipts.USUAL;
    private String base = "https://graph.facebook.com";
    private IdGenerator ids;
    private People people;
    private final String run = UUID.randomUUID().toString();
    private long violations;
    private long notices;

    EmulatorState(AccountSettings settings, MovableClock clock, StateLock lock) {
        this.settings = settings;
        this.clock = clock;
        this.webhooks = new WebhookQueue(clock, clock.ticks(), lock, settings.seed());
        this.ids = new IdGenerator(settings.seed());
        this.people = new People(ids);
        this.media = new MediaStore(clock, this::ids);
        addNumber(settings.phoneNumberId(), settings.displayPhoneNumber());
    }

    void reset() {
        groups.clear();
        deleted.clear();
        numbers.clear();
        media.clear();
        analytics.clear();
        prices.clear();
        restrictions.clear();
        calls.clear();
        faults.clear();
        targets.subscription().reset();
        templates.clear();
        webhooks.clear();
        violations = 0;
        notices = 0;
        ids = new IdGenerator(settings.seed());
        people = new People(ids);
        addNumber(settings.phoneNumberId(), settings.displayPhoneNumber());
        limit(Limits.NONE);
        receipts = Receipts.USUAL;
    }

    AccountSettings settings() {
        return settings;
    }

    WebhookTargets targets() {
        return targets;
    }

    void appSecret(String secret) {
        settings = settings.withAppSecret(secret);
    }

    MovableClock clock() {
        return clock;
    }

    /** Identifies this run of the emulator. The count of changes starts again with each run. */
    String run() {
        return run;
    }

    Instant now() {
        return clock.instant();
    }

    IdGenerator ids() {
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

    MediaStore media() {
        return media;
    }

    AnalyticsLog analytics() {
        return analytics;
    }

    /** Returns the restrictions that Meta has imposed on the account. */
    AccountRestrictions restrictions() {
        return restrictions;
    }

    PriceList prices() {
        return prices;
    }

    Limits limits() {
        return limits;
    }

    void limit(Limits now) {
        limits = now;
        management = TokenBucket.of(now.managementPerHour(), HOUR);
        numbers.values().forEach(number -> number.limit(now));
    }

    Receipts receipts() {
        return receipts;
    }

    void receipts(Receipts now) {
        receipts = now;
    }

    boolean takeManagement() {
        return management.take(now());
    }

    /** Returns the base URL at which callers reach the emulator, as far as known. */
    String base() {
        return base;
    }

    void base(String url) {
        base = url;
    }

    SequencedMap<String, BusinessNumber> numbers() {
        return numbers;
    }

    /** Returns the number that a Graph API call names, or throws a {@link Refusal}. */
    BusinessNumber number(String id) {
        @Nullable
        BusinessNumber number = numbers.get(id);
        if (number == null) {
            throw new Refusal(ApiError.unknownObject("post", id));
        }
        return number;
    }

    /**
     * Returns the number that the control interface names; the first one for null.
     *
     * @throws NoSuchElementException if the number is unknown
     */
    BusinessNumber numberOrFirst(@Nullable String id) {
        if (id == null) {
            return firstNumber();
        }
        return Optional.ofNullable(numbers.get(id)).orElseThrow(() -> new NoSuchElementException(
                "There is no number '%s'. The numbers are %s.".formatted(id, numbers.keySet())));
    }

    BusinessNumber firstNumber() {
        return numbers.firstEntry().getValue();
    }

    BusinessNumber addNumber(String id, String display) {
        var number = new BusinessNumber(id, IdGenerator.digits(display), limits);
        if (numbers.putIfAbsent(id, number) != null) {
            throw new IllegalArgumentException("There is already a number with the id '%s'.".formatted(id));
        }
        return number;
    }

    WebhookQueue webhooks() {
        return webhooks;
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

    /** Deletes a group. Its conversation can still be read. */
    void delete(ChatGroup group) {
        groups.remove(group.id());
        deleted.put(group.id(), group);
        if (deleted.size() > MOST_DELETED) {
            deleted.remove(deleted.keySet().iterator().next());
        }
    }

    /** Returns a group, even one of the latest that were deleted. */
    ChatGroup everKnown(String id) {
        @Nullable
        ChatGroup group = deleted.get(id);
        return group == null ? group(id) : group;
    }

    CallLog calls() {
        return calls;
    }

    long violations() {
        return violations;
    }

    void violated() {
        violations++;
    }

    /** Adds a system message to a conversation. */
    void notice(ChatGroup group, String from, String text) {
        group.add(ChatMessage.notice("notice-" + ++notices, now(), from, text));
    }

    long notices() {
        return notices;
    }

    /** Sets the number of system messages so far, so that their ids stay unique. */
    void notices(long soFar) {
        notices = soFar;
    }

    /** Starts a new sequence of ids. */
    void renewIds(long seed) {
        ids = new IdGenerator(seed);
        people = new People(ids);
    }

    /** Returns an error as the response to a call. */
    Response refused(ApiError error) {
        return error.response(ids.trace(), settings.businessAccountId());
    }

    /** Queues a webhook of a number. */
    WebhookDelivery post(BusinessNumber number, String field, ObjectNode value) {
        return webhooks.put(number::override, field, Json.object("id", settings.businessAccountId(), "changes",
                List.of(Json.object("value", value, "field", field))));
    }

    /** Queues a webhook of the account. It goes to the address of the first number. */
    WebhookDelivery postOfAccount(String field, ObjectNode value) {
        return webhooks.put(firstNumber()::override, field, Json.object("id", settings.businessAccountId(), "time",
                now().getEpochSecond(), "changes", List.of(Json.object("value", value, "field", field))));
    }

    /** Returns the common part of the value of a number's webhooks. */
    static ObjectNode value(BusinessNumber number) {
        return Json.object("messaging_product", "whatsapp", "metadata",
                Json.object("display_phone_number", number.display(), "phone_number_id", number.id()));
    }
}
