package dev.tertulia.server.storage;

import java.time.Duration;
import java.util.function.LongSupplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;

import dev.tertulia.server.settings.Settings;
import dev.tertulia.store.StoreUnavailable;

/** Check whether the store accepts writes, made at most once a second for all callers. */
@Singleton
@Requires(beans = Settings.class)
public final class StorageProbe {

    private static final long AGE = Duration.ofSeconds(1).toNanos();

    private final Runnable probe;
    private final LongSupplier nanos;
    private @Nullable Long asked;
    private @Nullable StoreUnavailable away;

    @Inject
    public StorageProbe(Storage storage) {
        this(storage::probe, System::nanoTime);
    }

    public StorageProbe(Runnable probe, LongSupplier nanos) {
        this.probe = probe;
        this.nanos = nanos;
    }

    /**
     * Checks whether the store accepts writes.
     *
     * @throws StoreUnavailable if it does not, with the cause and the remedy
     */
    public synchronized void look() {
        if (asked == null || nanos.getAsLong() - asked > AGE) {
            away = ask();
            asked = nanos.getAsLong();
        }
        if (away != null) {
            throw away;
        }
    }

    private @Nullable StoreUnavailable ask() {
        try {
            probe.run();
            return null;
        } catch (StoreUnavailable e) {
            return e;
        }
    }
}
