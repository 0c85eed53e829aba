package dev.tertulia.server.edge;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Limits over all connections: their number, and the bytes of bodies that are not yet answered. At a limit, the
 * connection that has been without a complete request for the longest time is evicted, so that idle clients cannot keep
 * out active ones.
 */
final class ConnectionLimiter {

    /** A younger body is not evicted for another one, because the rest of it may still arrive. */
    private static final long GRACE = Duration.ofSeconds(1).toNanos();
    /** Larger bodies leave a part of the room to smaller ones, such as webhooks. */
    private static final int SMALL = 64 * 1024;

    /** A connection that is subject to admission. */
    interface Admitted {

        /** Releases what the guest holds, soon; it is no longer counted. Called by any thread. */
        void evict();
    }

    /** The bytes that a guest holds for an incomplete body, and since when. */
    private record Partial(long since, int bytes) {}

    private final EdgeLimits limits;
    private final LongSupplier nanos;
    private final Set<Admitted> inside = new HashSet<>();
    /** Unverified connections without a complete request, in the order of their waiting time. */
    private final Set<Admitted> strangers = new LinkedHashSet<>();
    private final Set<Admitted> trusted = new LinkedHashSet<>();
    private final Map<Admitted, Partial> partial = new LinkedHashMap<>();
    private long held;

    ConnectionLimiter(EdgeLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    EdgeLimits limits() {
        return limits;
    }

    /** Admits a connection, evicting another one if necessary; false if there is no room. */
    synchronized boolean enter(Admitted guest) {
        if (inside.size() >= limits.connections()) {
            Optional<Admitted> longest = strangers.stream().findFirst().or(() -> trusted.stream().findFirst());
            if (longest.isEmpty()) {
                return false;
            }
            evict(longest.get());
        }
        inside.add(guest);
        strangers.add(guest);
        return true;
    }

    /**
     * Marks a connection as waiting for its next request.
     *
     * @param known whether the connection has sent a verified delivery; others are evicted before it
     */
    synchronized void waits(Admitted guest, boolean known) {
        if (inside.contains(guest)) {
            works(guest);
            (known ? trusted : strangers).add(guest);
        }
    }

    /** Marks a connection as having a complete request, so that it is not evicted. */
    synchronized void works(Admitted guest) {
        strangers.remove(guest);
        trusted.remove(guest);
        partial.remove(guest);
    }

    /** Reserves bytes for the body of a connection, evicting another one if necessary; false if there is no room. */
    synchronized boolean reserve(Admitted guest, int bytes) {
        Partial before = partial.getOrDefault(guest, new Partial(nanos.getAsLong(), 0));
        Partial after = new Partial(before.since(), before.bytes() + bytes);
        long room = after.bytes() > SMALL ? limits.bodies() / 4 * 3 : limits.bodies();
        if (!inside.contains(guest) || !makeRoom(guest, room - bytes)) {
            return false;
        }
        held += bytes;
        partial.put(guest, after);
        return true;
    }

    private boolean makeRoom(Admitted guest, long most) {
        while (held > most) {
            Optional<Admitted> longest = partial.entrySet().stream()
                    .filter(entry -> entry.getKey() != guest && isOld(entry.getValue())).map(Map.Entry::getKey)
                    .findFirst();
            if (longest.isEmpty()) {
                return false;
            }
            evict(longest.get());
        }
        return true;
    }

    private boolean isOld(Partial body) {
        return nanos.getAsLong() - body.since() > GRACE;
    }

    private void evict(Admitted guest) {
        Partial body = partial.get(guest);
        held -= body == null ? 0 : body.bytes();
        inside.remove(guest);
        works(guest);
        guest.evict();
    }

    /** Releases the bytes of a complete request. */
    synchronized void release(int bytes) {
        held -= bytes;
    }

    /** Releases the bytes of a connection's incomplete body. */
    synchronized void giveUp(Admitted guest) {
        Partial body = partial.remove(guest);
        held -= body == null ? 0 : body.bytes();
    }

    /** Removes a closed connection. The bytes of its complete requests are released separately. */
    synchronized void leave(Admitted guest) {
        giveUp(guest);
        works(guest);
        inside.remove(guest);
    }

    synchronized int connections() {
        return inside.size();
    }

    synchronized long held() {
        return held;
    }
}
