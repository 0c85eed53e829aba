package dev.tertulia.server.storage;

import java.time.Duration;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.server.lines.Recurring;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.store.StoreUnavailable;

/**
 * Periodic check that logs outages of the store: when one begins, every minute while it lasts, and when it ends. When
 * the store is first available, logs its warnings.
 */
@Singleton
@Requires(beans = Settings.class)
public final class StorageWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StorageWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LOOKS_UNTIL_SAID_AGAIN = 60;
    /** The checks skipped while the store is available, because each check writes. */
    private static final int LOOKS_SKIPPED = 4;

    private final Storage storage;
    private final StorageProbe probe;
    private final Recurring timer = new Recurring("storage");
    private @Nullable String reason;
    private int looks;
    private int skipping;
    private boolean advised;

    StorageWatch(Storage storage, StorageProbe probe) {
        this.storage = storage;
        this.probe = probe;
    }

    public void start() {
        timer.start(LOOK, this::look);
    }

    private void look() {
        if (skipping-- > 0) {
            return;
        }
        try {
            probe.look();
            isThere();
        } catch (StoreUnavailable away) {
            isAway(String.valueOf(away.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("the check of the store failed", e);
        }
    }

    private void isThere() {
        if (reason != null) {
            LOG.info("the store is available again: deliveries are accepted, and waiting work continues");
            reason = null;
        }
        if (!advised) {
            storage.warnings().forEach(LOG::warn);
            advised = true;
        }
        skipping = LOOKS_SKIPPED;
    }

    private void isAway(String why) {
        if (!why.equals(reason) || ++looks >= LOOKS_UNTIL_SAID_AGAIN) {
            LOG.warn(
                    "the store is unavailable: {}. Until it is available again, deliveries are answered with 503, and Meta repeats them",
                    why);
            looks = 0;
        }
        reason = why;
    }

    @PreDestroy
    void close() {
        timer.close();
    }
}
