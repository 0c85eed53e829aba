package dev.tertulia.server.numbers;

import java.time.Duration;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.lines.Recurring;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.storage.Storage;
import dev.tertulia.store.StoreUnavailable;

/**
 * Periodic look at which numbers have work that no line of this process knows of: work that is due later, that a process
 * has left behind, or whose signal was lost; and which numbers were added or removed. Costs the same for any count of numbers.
 */
@Singleton
@Requires(beans = Settings.class)
public final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Storage storage;
    private final Lines lines;
    private final NumberUpdates numbers;
    private final Recurring timer = new Recurring("sweep");

    Sweep(Storage storage, Lines lines, NumberUpdates numbers) {
        this.numbers = numbers;
        this.storage = storage;
        this.lines = lines;
    }

    public void start() {
        timer.start(PAUSE, this::look);
    }

    private void look() {
        try {
            numbers.look();
            storage.numbersWithWork().forEach(lines::look);
        } catch (StoreUnavailable away) {
            LOG.debug("the numbers with work cannot be read: {}", away.getMessage());
        }
    }

    @PreDestroy
    void close() {
        timer.close();
    }
}
