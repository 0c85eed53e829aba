package dev.tertulia.outbox;

import java.time.Duration;
import java.util.OptionalLong;

/** This process's hold of the pump's lease. */
final class Leadership {

    static final long NONE = -1;

    private final PumpLease store;
    private final String owner;
    private final Duration length;
    private volatile long fence = NONE;

    Leadership(PumpLease store, String owner, Duration length) {
        this.store = store;
        this.owner = owner;
        this.length = length;
    }

    /** The fence of the lease, or {@link #NONE}. */
    long fence() {
        return fence;
    }

    /** Acquires or renews the lease without using it yet. Empty while another process holds it. */
    OptionalLong ask() {
        return store.lease(owner, fence, length);
    }

    /** Uses the lease of this fence from now on. */
    void use(long next) {
        fence = next;
    }

    /** Returns the lease of a pump that has sent nothing for a second or longer. */
    void rest() {
        if (fence != NONE) {
            store.rest(fence);
            fence = NONE;
        }
    }

    /** Returns the lease, so that another process need not wait for its end. */
    void resign() {
        if (fence != NONE) {
            store.release(fence);
            fence = NONE;
        }
    }
}
