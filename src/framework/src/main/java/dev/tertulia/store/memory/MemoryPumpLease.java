package dev.tertulia.store.memory;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/** The lease of the pump; to be used with the lock of the store held. */
final class MemoryPumpLease {

    private final LongSupplier nanos;
    private @Nullable String owner;
    private long ownedUntil;
    private long fence;
    /** The fence of the last pump that rested; before the first one, nothing was sent either. */
    private long rested;
    /** The fence of the pump that followed it. */
    private long afterRest;

    /** @param nanos a clock that only counts */
    MemoryPumpLease(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Acquires or renews it.
     *
     * @param held the fence that the process has used until now
     * @return its fence; empty while another process holds it
     */
    OptionalLong acquire(String wants, long held, Duration length) {
        long now = nanos.getAsLong();
        if (owner != null && !owner.equals(wants) && ownedUntil - now > 0) {
            return OptionalLong.empty();
        }
        if (!isNewest(held) && (!wants.equals(owner) || ownedUntil - now <= 0)) {
            afterRest = rested == fence ? fence + 1 : afterRest;
            fence++;
        }
        owner = wants;
        ownedUntil = now + length.toNanos();
        return OptionalLong.of(fence);
    }

    void release(long mine) {
        if (isNewest(mine)) {
            owner = null;
            fence++;
        }
    }

    void rest(long mine) {
        if (isNewest(mine)) {
            owner = null;
            rested = mine;
        }
    }

    boolean isAfterRest(long mine) {
        return afterRest == mine;
    }

    /** Whether no process acquired it after the one of this fence; it may have expired. */
    boolean isNewest(long mine) {
        return mine == fence;
    }

    /** Whether the process of this fence holds it now. */
    boolean isHeldBy(long mine) {
        return owner != null && isNewest(mine) && ownedUntil - nanos.getAsLong() > 0;
    }
}
