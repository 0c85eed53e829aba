package dev.tertulia.store.memory;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

import dev.tertulia.outbox.OutboxStore;

/** The part of an outbox in memory that is about the pump's lease. */
abstract class MemoryLeasedOutbox implements OutboxStore {

    /** Makes every step atomic. */
    final Object lock;
    /** To be used with the lock held. */
    final MemoryPumpLease pumpLease;

    MemoryLeasedOutbox(Object lock, LongSupplier nanos) {
        this.lock = lock;
        this.pumpLease = new MemoryPumpLease(nanos);
    }

    @Override
    public OptionalLong lease(String wants, long held, Duration length) {
        synchronized (lock) {
            return pumpLease.acquire(wants, held, length);
        }
    }

    @Override
    public void release(long mine) {
        synchronized (lock) {
            pumpLease.release(mine);
        }
    }

    @Override
    public void rest(long mine) {
        synchronized (lock) {
            pumpLease.rest(mine);
        }
    }

    @Override
    public boolean afterRest(long mine) {
        synchronized (lock) {
            return pumpLease.isAfterRest(mine);
        }
    }
}
