package dev.tertulia.outbox;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** The lease that lets one pump at a time empty the outbox of a phone number. Every method is one atomic step. */
interface PumpLease {

    /**
     * Acquires or renews the lease.
     *
     * @param owner the name of the process, unique among the replicas
     * @return the fence of the lease; empty while another process holds it
     */
    default OptionalLong lease(String owner, Duration length) {
        return lease(owner, Leadership.NONE, length);
    }

    /**
     * Acquires or renews the lease. A process that was too slow to renew it gets the same fence again if nobody had a lease
     * since: what it has in hand is still its own.
     *
     * @param owner the name of the process, unique among the replicas
     * @param held  the fence that the process has used until now
     * @return the fence of the lease; empty while another process holds it
     */
    OptionalLong lease(String owner, long held, Duration length);

    /** Returns the lease of this fence, so that another process need not wait for its end. */
    void release(long fence);

    /**
     * Returns the lease of this fence, whose pump has sent nothing for a second or longer. No other process is told, as
     * nothing waits.
     */
    void rest(long fence);

    /** Whether the pump before this one rested, or there was none, so that nothing was sent within the last second. */
    boolean afterRest(long fence);

    /** The entries that earlier pumps have in hand, for the holder of this fence to settle. */
    List<Begun> interrupted(long fence);
}
