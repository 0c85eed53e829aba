package dev.tertulia.server;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;

import dev.tertulia.Line;
import dev.tertulia.costs.CostSettings;
import dev.tertulia.costs.Costs;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.journal.Journal;
import dev.tertulia.operator.NumberDeadLetters;
import dev.tertulia.redis.RedisConnection;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.BadSettings;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.settings.SettingsReader;
import dev.tertulia.store.Stores;
import dev.tertulia.webhook.Intake;
import dev.tertulia.webhook.Receiver;
import dev.tertulia.webhook.Reports;

/** What the server of this configuration keeps in Redis, for a command that runs beside it. */
final class StoreAccess implements AutoCloseable {

    private final Settings settings;
    private final RedisStorage storage;
    private final Line.Surroundings around;

    private StoreAccess(Settings settings, RedisStorage storage, InstantSource clock) {
        this.settings = settings;
        this.storage = storage;
        this.around = Line.Surroundings.of("command line", clock, Journal.toLog());
    }

    /**
     * Reads the same settings as the server.
     *
     * @throws BadSettings when they are wrong, or name no Redis
     */
    static StoreAccess open(Map<String, Object> properties, InstantSource clock) {
        try (ApplicationContext context = Application.configured(properties)) {
            Settings settings = SettingsReader.read(context.getEnvironment());
            return new StoreAccess(
                    settings, new RedisStorage(RedisConnection.to(settings.redis().orElseThrow(() -> new BadSettings(
                            "The server keeps everything in its own memory here, where no other process can look; it needs a"
                                    + " Redis (REDIS_URI) for that.")))),
                    clock);
        }
    }

    /** The numbers that are meant: all, or the one that is named. */
    private List<String> numbers(@Nullable String only) {
        List<String> numbers = settings.accounts().stream().map(Account::phoneNumberId).toList();
        if (only != null && !numbers.contains(only)) {
            throw new BadSettings("'%s' is no phone number id of this configuration; it has %s."
                    .formatted(only, String.join(", ", numbers)));
        }
        return only == null ? numbers : List.of(only);
    }

    /** What these numbers have put aside. */
    List<DeadLetters> letters(@Nullable String only) {
        Receiver receiver = new Receiver(List.of(settings.webhook().appSecret()), settings.accounts().stream()
                .map(account -> new Intake(account.phoneNumberId(), account.businessAccountId(),
                        storage.of(account.phoneNumberId()).inbox(), Reports.IN_TURNS, () -> false, () -> {}))
                .toList(),
                around.json(), around.clock(), around.journal());
        return numbers(only).stream().<DeadLetters>map(number -> {
            Stores stores = storage.of(number);
            return new NumberDeadLetters(new NumberDeadLetters.Parts(number, stores.deadLetters(), stores.windows(),
                    settings.line().window(),
                    receiver, around.clock(), around.journal()));
        }).toList();
    }

    CostSettings costs() {
        return settings.line().costs();
    }

    /** The day it is, by UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(around.clock().instant(), ZoneOffset.UTC);
    }

    /** What so many days cost, by number. */
    Map<String, Costs> costs(@Nullable String only, int days) {
        CostSettings all = costs();
        CostSettings some = new CostSettings(all.rates(), all.limit(), all.freeTierFrom(), days);
        Map<String, Costs> costs = new LinkedHashMap<>();
        numbers(only).forEach(number -> costs.put(number,
                new Costs(storage.of(number).ledger(), some, around.clock())));
        return costs;
    }

    @Override
    public void close() {
        storage.close();
    }
}
