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

/** All there is in a cloud. Guarded by the cloud's lock. */
final class AccountState {
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
    private Ids ids;
    private People people;
    private final String run = UUID.randomUUID().toString();
    private long violations;
    private long notices;

    AccountState(AccountSettings settings, MovableClock clock, StateLock lock) {
        this.settings = settings;
        this.clock = clock;
        this.webhooks = new WebhookQueue(clock, clock.ticks(), lock, settings.seed());
        this.ids = new Ids(settings.seed());
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
        templates.clear();
        webhooks.clear();
        violations = 0;
        notices = 0;
        ids = new Ids(settings.seed());
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

    /** Tells this cloud from one before a restart, whose changes were counted anew. */
    String run() {
        return run;
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

    MediaStore media() {
        return media;
    }

    AnalyticsLog analytics() {
        return analytics;
    }

    /** What Meta forbids the account. */
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

    /** The address at which callers reach this cloud, as far as known. */
    String base() {
        return base;
    }

    void base(String url) {
        base = url;
    }

    SequencedMap<String, BusinessNumber> numbers() {
        return numbers;
    }

    /** The number of a call, or Meta's refusal. */
    BusinessNumber number(String id) {
        @Nullable
        BusinessNumber number = numbers.get(id);
        if (number == null) {
            throw new Refusal(ApiError.unknownObject("post", id));
        }
        return number;
    }

    /** The number that somebody at the controls means, the first one for null. */
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
        var number = new BusinessNumber(id, Ids.digits(display), limits);
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

    /** Takes a group away; what was said in it can still be read. */
    void delete(ChatGroup group) {
        groups.remove(group.id());
        deleted.put(group.id(), group);
        if (deleted.size() > MOST_DELETED) {
            deleted.remove(deleted.keySet().iterator().next());
        }
    }

    /** A group that is there, or was until it was deleted. */
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

    /** Something that people read in the conversation although nobody said it. */
    void notice(ChatGroup group, String from, String text) {
        group.add(ChatMessage.notice("notice-" + ++notices, now(), from, text));
    }

    long notices() {
        return notices;
    }

    /** Goes on counting from there, so that no id comes twice. */
    void notices(long soFar) {
        notices = soFar;
    }

    /** Draws other ids from now on than the ones that were drawn before. */
    void renewIds(long seed) {
        ids = new Ids(seed);
        people = new People(ids);
    }

    /** An error as the answer to a call. */
    Response refused(ApiError error) {
        return error.response(ids.trace(), settings.businessAccountId());
    }

    /** Queues a webhook about a number. */
    WebhookDelivery post(BusinessNumber number, String field, ObjectNode value) {
        return webhooks.put(number::override, field, Json.object("id", settings.businessAccountId(), "changes",
                List.of(Json.object("value", value, "field", field))));
    }

    /** Queues a webhook about the account, which names no number; it comes to the first one's address. */
    WebhookDelivery postOfAccount(String field, ObjectNode value) {
        return webhooks.put(firstNumber()::override, field, Json.object("id", settings.businessAccountId(), "time",
                now().getEpochSecond(), "changes", List.of(Json.object("value", value, "field", field))));
    }

    /** The start of the value of every webhook about a number. */
    static ObjectNode value(BusinessNumber number) {
        return Json.object("messaging_product", "whatsapp", "metadata",
                Json.object("display_phone_number", number.display(), "phone_number_id", number.id()));
    }
}
