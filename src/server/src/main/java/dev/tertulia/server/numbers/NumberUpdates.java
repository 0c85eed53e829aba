package dev.tertulia.server.numbers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.Line;
import dev.tertulia.server.beans.RoutedBusiness;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.storage.Storage;
import dev.tertulia.store.NumberRegistry;
import dev.tertulia.webhook.Receiver;

/** Takes over the numbers that were added to the installation, or removed from it, while this process runs. */
@Singleton
@Requires(beans = Settings.class)
public final class NumberUpdates {

    private static final Logger LOG = LoggerFactory.getLogger(NumberUpdates.class);

    private final Storage storage;
    private final Settings settings;
    private final NumberParts parts;
    private final Lines lines;
    private final Receiver receiver;
    private final RoutedBusiness business;
    private final Set<String> configured;
    private Map<String, String> known = new HashMap<>();
    private long version;

    NumberUpdates(Storage storage, Settings settings, NumberParts parts, Lines lines, Receiver receiver,
            RoutedBusiness business) {
        this.storage = storage;
        this.settings = settings;
        this.parts = parts;
        this.lines = lines;
        this.receiver = receiver;
        this.business = business;
        this.configured = settings.accounts().stream().map(Account::phoneNumberId).collect(Collectors.toSet());
    }

    /**
     * Looks whether anything has changed.
     *
     * @throws dev.tertulia.store.StoreUnavailable if the store cannot be reached; to be repeated then
     */
    public synchronized void look() {
        NumberRegistry added = storage.addedNumbers().orElse(null);
        if (added == null) {
            return;
        }
        long now = added.version();
        if (now != version) {
            update(new HashMap<>(added.all()));
            version = now;
        }
    }

    /** Settings take precedence over what was added. */
    private void update(Map<String, String> next) {
        next.keySet().removeAll(configured);
        List<String> gone = known.entrySet().stream().filter(one -> !one.getValue().equals(next.get(one.getKey())))
                .map(Map.Entry::getKey).toList();
        gone.forEach(this::remove);
        add(next.entrySet().stream().filter(one -> !one.getValue().equals(known.get(one.getKey())))
                .map(one -> account(one.getKey(), one.getValue())).toList());
        known = next;
    }

    private Account account(String number, String businessAccount) {
        return settings.accounts().getFirst().forAdded(number, businessAccount.isEmpty() ? null : businessAccount);
    }

    private void add(List<Account> accounts) {
        List<Line> made = new ArrayList<>();
        for (Account account : accounts) {
            Line line = parts.line().apply(account);
            business.add(line.number(), parts.business().apply(account));
            made.add(line);
        }
        lines.add(made);
        accounts.forEach(account -> receiver
                .add(lines.of(account.phoneNumberId()).intake().of(account.businessAccountId())));
        if (!accounts.isEmpty()) {
            LOG.info("{} numbers were added to the installation; this process serves {} now", accounts.size(),
                    lines.all().size());
        }
    }

    private void remove(String number) {
        receiver.remove(number);
        lines.remove(number);
        business.remove(number);
        LOG.info("the number {} was removed from the installation", number);
    }
}
