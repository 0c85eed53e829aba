package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.tertulia.number.NumberContext;
import dev.tertulia.number.Wakeup;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.LaneKind;
import dev.tertulia.throttle.Permit;

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
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Longer than WhatsApp may count a request after its answer. */
    private static final Duration QUIET = Duration.ofMillis(1_500);

    private final NumberContext number;
    private final OutboxStore store;
    private final Sender sender;
    private final AccountRestrictions standing;
    private final SendChannel channel;
    private final Leadership leadership;
    private final Wakeup sends;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Executor direct;
    /** When the last send ended, by {@link System#nanoTime}. */
    private volatile long lastFlight = System.nanoTime();

    Pump(NumberContext number, OutboxStore store, Sender sender, AccountRestrictions standing, SendChannel channel,
            Leadership leadership, Wakeup sends) {
        this.number = number;
        this.store = store;
        this.sender = sender;
        this.standing = standing;
        this.channel = channel;
        this.leadership = leadership;
        this.sends = sends;
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

    /** Whether this pump had the lease when it was last acquired or renewed. */
    public boolean leads() {
        return leadership.fence() != Leadership.NONE;
    }

    /** Returns the lease, so that another replica can pump at once. */
    public void resign() {
        leadership.resign();
    }

    /** Returns the lease while there is nothing to send, so that any process can send at once later; see {@link #isQuiet}. */
    public void rest() {
        leadership.rest();
    }

    /** Whether nothing is being sent, and nothing was within the last second and a half. */
    public boolean isQuiet() {
        return inFlight.isEmpty() && System.nanoTime() - lastFlight > QUIET.toNanos();
    }

    /**
     * Entries that an earlier pump had in hand may have been sent, and count against the rate of this second, unless that
     * pump has sent nothing for longer.
     */
    private void takeOver(long newFence) {
        if (!store.afterRest(newFence)) {
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
     * Starts all entries of a lane that may leave now. If there may be more, gives the signal for it.
     *
     * @param executor runs each send, including its wait for a permit
     * @return how many were started
     */
    public int pump(LaneKind kind, Executor executor) {
        long mine = leadership.fence();
        if (mine == Leadership.NONE || inFlight.size() >= MOST_IN_FLIGHT) {
            return 0;
        }
        Duration ahead = channel.lane(kind).ahead().minus(NEARLY_USED);
        if (ahead.isPositive()) {
            sends.in(ahead);
            return 0;
        }
        int atMost = LOOK_AHEAD + inFlight.size();
        List<DueQueue> found = store.due(kind, number.now(), atMost);
        if (found.size() == atMost) {
            sends.run();
        }
        List<DueQueue> due = found.stream().filter(d -> !inFlight.contains(flight(kind, d.group()))).toList();
        int started = 0;
        for (DueQueue next : due) {
            if (channel.lane(kind).ahead().compareTo(LOOK_AHEAD_TIME) > 0) {
                sends.in(NEARLY_USED);
                break;
            }
            started += start(mine, kind, next, executor) ? 1 : 0;
        }
        return started;
    }

    /**
     * Lets entries be sent in the step that stores them, from now on.
     *
     * @param executor runs each send; {@code null} to leave all to {@link #pump}
     */
    public void sendDirectly(@Nullable Executor executor) {
        direct = executor;
    }

    /** No right to send: another process is told of the entries if it pumps. */
    public DirectSend indirect(String group) {
        long mine = leadership.fence();
        return mine == Leadership.NONE
                ? DirectSend.elsewhere(new Departure(mine, LaneKind.MESSAGES, group, number.now()))
                : DirectSend.NONE;
    }

    /** The right to send an entry of this group at once, if this process pumps and the lane is free. */
    public DirectSend direct(LaneKind kind, String group) {
        Executor executor = direct;
        long mine = leadership.fence();
        String flight = flight(kind, group);
        if (mine == Leadership.NONE) {
            return indirect(group);
        }
        if (executor == null || inFlight.size() >= MOST_IN_FLIGHT || !inFlight.add(flight)) {
            return DirectSend.NONE;
        }
        Lane lane = channel.lane(kind);
        Permit permit = lane.permitNow().orElse(null);
        if (permit == null) {
            inFlight.remove(flight);
            return DirectSend.NONE;
        }
        return new DirectSend(new Departure(mine, kind, group, number.now()), permit,
                begun -> sendDirectly(executor, begun, permit, flight), () -> inFlight.remove(flight));
    }

    private void sendDirectly(Executor executor, Begun begun, Permit permit, String flight) {
        try {
            executor.execute(() -> end(flight, () -> sender.sendBegun(begun, lane(begun), permit)));
        } catch (RejectedExecutionException stopping) {
            try (permit) {
                inFlight.remove(flight);
                store.putBack(begun);
            }
        }
    }

    private Lane lane(Begun begun) {
        return channel.lane(begun.send().lane());
    }

    /** The group can be looked at again only after its flight has ended. */
    private void end(String flight, Supplier<@Nullable Duration> send) {
        Duration next = null;
        try {
            next = send.get();
        } finally {
            lastFlight = System.nanoTime(); // before the flight is over for isQuiet
            boolean wasFull = inFlight.size() >= MOST_IN_FLIGHT;
            inFlight.remove(flight);
            if (wasFull) {
                sends.run();
            }
        }
        if (next != null) {
            sends.in(next);
        }
    }

    /** Each send waits for its permit by itself, so that no permit is lost while the next group is started. */
    private boolean start(long mine, LaneKind kind, DueQueue next, Executor executor) {
        String flight = flight(kind, next.group());
        if (!inFlight.add(flight)) {
            return false;
        }
        try {
            long wait = channel.lane(kind).reserve();
            executor.execute(() -> end(flight, () -> {
                channel.throttle().sleep().forNanos(wait);
                return sender.sendNext(mine, kind, next);
            }));
            return true;
        } catch (RuntimeException | Error e) {
            inFlight.remove(flight);
            throw e;
        }
    }

    private static String flight(LaneKind kind, String group) {
        return kind + group;
    }
}
