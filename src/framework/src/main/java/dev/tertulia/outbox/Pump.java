package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.LaneKind;
import dev.tertulia.throttle.Throttle;

/**
 * The one that empties the outbox of a phone number. Over all replicas only the holder of the lease pumps. Groups
 * take turns; at most one entry of a group and lane is on its way at a time.
 */
public final class Pump {

    private static final int LOOK_AHEAD = 64;
    private static final Duration LOOK_AHEAD_TIME = Duration.ofMillis(250);
    /** Only then is the store asked again, for many at once. */
    private static final Duration NEARLY_USED = LOOK_AHEAD_TIME.dividedBy(2);
    private static final int MOST_IN_FLIGHT = 1_000;
    private static final long NOT_LEADING = -1;
    private static final long FIRST = 1;
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final OutboxStore store;
    private final Sender sender;
    private final Throttle throttle;
    private final OutboxSettings settings;
    private final InstantSource clock;
    private final Standing standing;
    private final String owner;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
    private volatile long fence = NOT_LEADING;

    Pump(Sender sender, OutboxParts parts, String owner) {
        this.store = parts.store();
        this.sender = sender;
        this.throttle = parts.throttle();
        this.settings = parts.settings();
        this.clock = parts.clock();
        this.standing = parts.standing();
        this.owner = owner;
    }

    /** Takes or renews the lease; call it several times within the lease's length. */
    public boolean lead() {
        OptionalLong lease = store.lease(owner, settings.lease());
        if (lease.isPresent() && fence != lease.getAsLong()) {
            takeOver(lease.getAsLong());
        }
        fence = lease.orElse(NOT_LEADING);
        return lease.isPresent();
    }

    /** What shows that this pump has the lease; a store refuses that of any earlier one. */
    public long fence() {
        return fence;
    }

    /** Lets another replica pump at once. */
    public void resign() {
        if (fence != NOT_LEADING) {
            store.release(fence);
            fence = NOT_LEADING;
        }
    }

    /** What an earlier pump had in hand may have been sent or not, and counts in the second that it began. */
    private void takeOver(long newFence) {
        if (newFence > FIRST) {
            throttle.pause(SECOND);
        }
        for (Send send : store.interrupted(newFence)) {
            sender.interrupted(newFence, send);
        }
    }

    /** Puts back what has been held as long as it may be, so that it is dropped or sent; all once the account may more. */
    public void releaseOverheld() {
        Instant now = clock.instant();
        Instant until = standing.eased() ? now.plus(FOR_EVER) : now;
        store.overheld(until).forEach(group -> store.unhold(group, now));
    }

    /**
     * Starts whatever may leave now, waiting for the lane's permits in between.
     *
     * @param executor runs each send; a virtual thread each, or the caller itself in tests
     * @return how many were started
     */
    public int pump(LaneKind kind, Executor executor) {
        long mine = fence;
        if (mine == NOT_LEADING || inFlight.size() >= MOST_IN_FLIGHT
                || lane(kind).ahead().compareTo(NEARLY_USED) > 0) {
            return 0;
        }
        List<DueQueue> due = store.due(kind, clock.instant(), LOOK_AHEAD + inFlight.size()).stream()
                .filter(d -> !inFlight.contains(flight(kind, d))).toList();
        int started = 0;
        for (DueQueue next : due) {
            if (lane(kind).ahead().compareTo(LOOK_AHEAD_TIME) > 0) {
                break;
            }
            started += start(mine, kind, next, executor) ? 1 : 0;
        }
        return started;
    }

    private Lane lane(LaneKind kind) {
        return kind == LaneKind.MESSAGES ? throttle.messages() : throttle.operations();
    }

    /** Each waits for its permit by itself, so that no permit is lost while the next group is looked for. */
    private boolean start(long mine, LaneKind kind, DueQueue next, Executor executor) {
        String flight = flight(kind, next);
        if (!inFlight.add(flight)) {
            return false;
        }
        try {
            Lane lane = lane(kind);
            long wait = lane.reserve();
            executor.execute(() -> {
                try {
                    throttle.sleep().forNanos(wait);
                    sender.sendNext(mine, kind, next, lane);
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
