package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import dev.tertulia.number.NumberContext;
import dev.tertulia.throttle.LaneKind;

/**
 * The pump that empties the outbox of a phone number. Of all replicas only the holder of the lease pumps. Groups take
 * turns, and at most one entry of a group and lane is in flight.
 */
public final class Pump {

    private static final int LOOK_AHEAD = 64;
    private static final Duration LOOK_AHEAD_TIME = Duration.ofMillis(250);
    /** The store is asked for more entries only below this, so that it is asked for many at once. */
    private static final Duration NEARLY_USED = LOOK_AHEAD_TIME.dividedBy(2);
    private static final int MOST_IN_FLIGHT = 1_000;
    private static final long FIRST = 1;
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final NumberContext number;
    private final OutboxStore store;
    private final Sender sender;
    private final AccountRestrictions standing;
    private final SendChannel channel;
    private final Leadership leadership;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    Pump(NumberContext number, OutboxStore store, Sender sender, AccountRestrictions standing, SendChannel channel,
            Leadership leadership) {
        this.number = number;
        this.store = store;
        this.sender = sender;
        this.standing = standing;
        this.channel = channel;
        this.leadership = leadership;
    }

    /** Acquires or renews the lease; to be called several times within its length. Returns whether this process has it. */
    public boolean lead() {
        OptionalLong lease = leadership.ask();
        if (lease.isPresent() && leadership.fence() != lease.getAsLong()) {
            takeOver(lease.getAsLong());
        }
        leadership.use(lease.orElse(Leadership.NONE));
        return lease.isPresent();
    }

    /** The fence of this pump's lease. The store refuses that of any earlier pump. */
    public long fence() {
        return leadership.fence();
    }

    /** Returns the lease, so that another replica can pump at once. */
    public void resign() {
        leadership.resign();
    }

    /** Entries that an earlier pump had in hand may have been sent, and count against the rate of this second. */
    private void takeOver(long newFence) {
        if (newFence > FIRST) {
            channel.throttle().pause(SECOND);
        }
        store.interrupted(newFence).forEach(sender::interrupted);
    }

    /** Releases entries whose hold has ended, so that they are dropped or sent; all if the account may do more than before. */
    public void releaseOverheld() {
        Instant now = number.now();
        Instant until = standing.eased() ? now.plus(FOR_EVER) : now;
        store.holdsEnded(until).forEach(group -> store.releaseHeld(group, now));
    }

    /**
     * Starts all entries of a lane that may leave now.
     *
     * @param executor runs each send, including its wait for a permit
     * @return how many were started
     */
    public int pump(LaneKind kind, Executor executor) {
        long mine = leadership.fence();
        if (mine == Leadership.NONE || inFlight.size() >= MOST_IN_FLIGHT
                || channel.lane(kind).ahead().compareTo(NEARLY_USED) > 0) {
            return 0;
        }
        List<DueQueue> due = store.due(kind, number.now(), LOOK_AHEAD + inFlight.size()).stream()
                .filter(d -> !inFlight.contains(flight(kind, d))).toList();
        int started = 0;
        for (DueQueue next : due) {
            if (channel.lane(kind).ahead().compareTo(LOOK_AHEAD_TIME) > 0) {
                break;
            }
            started += start(mine, kind, next, executor) ? 1 : 0;
        }
        return started;
    }

    /** Each send waits for its permit by itself, so that no permit is lost while the next group is started. */
    private boolean start(long mine, LaneKind kind, DueQueue next, Executor executor) {
        String flight = flight(kind, next);
        if (!inFlight.add(flight)) {
            return false;
        }
        try {
            long wait = channel.lane(kind).reserve();
            executor.execute(() -> {
                try {
                    channel.throttle().sleep().forNanos(wait);
                    sender.sendNext(mine, kind, next);
                } finally {
                    inFlight.remove(flight);
                }
            });
            return true;
        } catch (RuntimeException | Error e) {
            inFlight.remove(flight);
            throw e;
        }
    }

    private static String flight(LaneKind kind, DueQueue due) {
        return kind + due.group();
    }
}
