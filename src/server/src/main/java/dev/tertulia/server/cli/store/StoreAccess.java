package dev.tertulia.server.cli.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;

import dev.tertulia.Line;
import dev.tertulia.Operator;
import dev.tertulia.costs.CostSettings;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.graph.Graph;
import dev.tertulia.journal.Journal;
import dev.tertulia.number.Wakeups;
import dev.tertulia.redis.RedisConnection;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.BadSettings;
import dev.tertulia.server.settings.ConfiguredContext;
import dev.tertulia.server.settings.NumberIds;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.settings.SettingsReader;
import dev.tertulia.server.storage.RedisStorage;
import dev.tertulia.store.NumberRegistry;
import dev.tertulia.store.Stores;
import dev.tertulia.turn.PrivateChatResolver;
import dev.tertulia.webhook.Intake;
import dev.tertulia.webhook.Receiver;
import dev.tertulia.webhook.Reports;

/** Access to the Redis store of the server with this configuration, for a command that runs next to it. */
public final class StoreAccess implements AutoCloseable {

    /** Commands never call WhatsApp. The processes that run the lines send what commands change. */
    private static final Graph NO_GRAPH = (group, action, callback) -> {
        throw new IllegalStateException("commands do not call WhatsApp");
    };

    private static final String MEMORY = "The server keeps its data in memory, where no other process can read it; set"
            + " REDIS_URI to use Redis.";
    private static final String DEMO = "Without WHATSAPP_ACCESS_TOKEN the demo runs, which does not use REDIS_URI but keeps"
            + " its data in memory; run this with the variables of the live server.";

    private final Settings settings;
    private final RedisStorage storage;
    private final Line.Environment environment;

    private StoreAccess(Settings settings, RedisStorage storage, InstantSource clock) {
        this.settings = settings;
        this.storage = storage;
        this.environment = Line.Environment.of("command line", clock, Journal.toLog());
    }

    /**
     * Opens the store with the same settings as the server.
     *
     * @throws BadSettings if a setting is wrong, or if no Redis is configured
     */
    public static StoreAccess open(Map<String, Object> properties, InstantSource clock) {
        try (ApplicationContext context = ConfiguredContext.of(properties)) {
            Settings settings = SettingsReader.read(context.getEnvironment());
            boolean unused = settings.demo() && context.getEnvironment().containsProperty("redis.uri");
            String redis = settings.redis().orElseThrow(() -> new BadSettings(unused ? DEMO : MEMORY));
            return new StoreAccess(settings, new RedisStorage(RedisConnection.to(redis),
                    settings.journal()), clock);
        }
    }

    /** The ids of all phone numbers, or only the named one. */
    private List<String> numbers(@Nullable String only) {
        List<String> numbers = accounts().stream().map(Account::phoneNumberId).toList();
        if (only != null && !numbers.contains(only)) {
            throw new BadSettings("'%s' is not a phone number id of this configuration; the ids are %s."
                    .formatted(only, NumberIds.listed(numbers)));
        }
        return only == null ? numbers : List.of(only);
    }

    /** The numbers of the settings, then those that were added. */
    public List<Account> accounts() {
        Map<String, Account> all = new LinkedHashMap<>();
        settings.accounts().forEach(account -> all.put(account.phoneNumberId(), account));
        new TreeMap<>(addedNumbers().all()).forEach((id, business) -> all.putIfAbsent(id,
                settings.accounts().getFirst().forAdded(id, business.isEmpty() ? null : business)));
        return List.copyOf(all.values());
    }

    /** Whether a number is in the settings. */
    public boolean isConfigured(String number) {
        return settings.accounts().stream().anyMatch(account -> account.phoneNumberId().equals(number));
    }

    /**
     * Adds a number without settings.
     *
     * @return whether this changed anything
     */
    public boolean addNumber(String id, String businessAccount) {
        return addedNumbers().add(id, businessAccount);
    }

    /**
     * Removes a number that was added without settings.
     *
     * @return whether it had been added
     */
    public boolean removeNumber(String id) {
        return addedNumbers().remove(id);
    }

    private NumberRegistry addedNumbers() {
        return storage.addedNumbers().orElseThrow();
    }

    /** The operators of the selected numbers. */
    public List<Operator> operators(@Nullable String only) {
        return numbers(only).stream()
                .map(id -> new Operator(environment.number(id), storage.of(id), settings.line(), NO_GRAPH,
                        Wakeups.NONE))
                .toList();
    }

    /**
     * A phone number with its stores.
     *
     * @param settings how its line behaves
     */
    public record StoredNumber(Operator operator, Stores stores, Line.Settings settings) {

        /** The phone number id. */
        public String id() {
            return operator.number();
        }
    }

    /** The selected numbers with their stores. */
    public List<StoredNumber> stored(@Nullable String only) {
        return operators(only).stream().map(
                operator -> new StoredNumber(operator, storage.of(operator.number()), settings.line())).toList();
    }

    /** The dead letters of the selected numbers. */
    public List<DeadLetters> deadLetters(@Nullable String only) {
        Receiver receiver = new Receiver(List.of(settings.webhook().appSecret()), accounts().stream()
                .map(this::intake).toList(),
                environment.json(), environment.clock(), environment.journal());
        return operators(only).stream().map(operator -> operator.deadLetters(receiver)).toList();
    }

    private Intake intake(Account account) {
        Stores stores = storage.of(account.phoneNumberId());
        return new Intake(account.phoneNumberId(), stores.inbox(), Reports.IN_TURNS, () -> false, () -> {})
                .of(account.businessAccountId()).with(new PrivateChatResolver(stores.people(), environment.clock()));
    }

    /** The settings of costs. */
    public CostSettings costs() {
        return settings.line().costs();
    }

    /** The current time. */
    public Instant now() {
        return environment.clock().instant();
    }

    /** The current day in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    @Override
    public void close() {
        storage.close();
    }
}
