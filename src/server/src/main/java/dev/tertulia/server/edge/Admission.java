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
 * Bounds on what all connections hold together: their number, and the bytes of bodies that are not answered yet. Where
 * there is no room, whoever has kept it the longest without a complete request makes some, so that those who send
 * nothing do not keep out those who do.
 */
final class Admission {

    /** A body that is younger is not given up for another: it may be on its way. */
    private static final long GRACE = Duration.ofSeconds(1).toNanos();
    /** Bodies above this size leave a part of the room to smaller ones, as webhooks are. */
    private static final int SMALL = 64 * 1024;

    /** A connection. */
    interface Guest {

        /** Makes room, soon: what it held is no longer counted. Called by any thread. */
        void evict();
    }

    /** What a guest holds for a body that is not complete. */
    private record Partial(long since, int bytes) {}

    private final EdgeLimits limits;
    private final LongSupplier nanos;
    private final Set<Guest> inside = new HashSet<>();
    /** Without a complete request in hand, who waits the longest first. */
    private final Set<Guest> strangers = new LinkedHashSet<>();
    private final Set<Guest> trusted = new LinkedHashSet<>();
    private final Map<Guest, Partial> partial = new LinkedHashMap<>();
    private long held;

    Admission(EdgeLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    EdgeLimits limits() {
        return limits;
    }

    /** Whether one more connection has room, perhaps instead of another. */
    synchronized boolean enter(Guest guest) {
        if (inside.size() >= limits.connections()) {
            Optional<Guest> longest = strangers.stream().findFirst().or(() -> trusted.stream().findFirst());
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
     * A connection waits for its next request.
     *
     * @param known whether it has proved who it is; it makes room after those who have not
     */
    synchronized void waits(Guest guest, boolean known) {
        if (inside.contains(guest)) {
            works(guest);
            (known ? trusted : strangers).add(guest);
        }
    }

    /** A connection has a complete request in hand, so it does not make room. */
    synchronized void works(Guest guest) {
        strangers.remove(guest);
        trusted.remove(guest);
        partial.remove(guest);
    }

    /** Whether the body of a connection may hold so many more bytes, perhaps instead of another one's. */
    synchronized boolean reserve(Guest guest, int bytes) {
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

    private boolean makeRoom(Guest guest, long most) {
        while (held > most) {
            Optional<Guest> longest = partial.entrySet().stream()
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

    private void evict(Guest guest) {
        Partial body = partial.get(guest);
        held -= body == null ? 0 : body.bytes();
        inside.remove(guest);
        works(guest);
        guest.evict();
    }

    /** What a complete request held is free again. */
    synchronized void release(int bytes) {
        held -= bytes;
    }

    /** The body that a connection has begun is given up. */
    synchronized void giveUp(Guest guest) {
        Partial body = partial.remove(guest);
        held -= body == null ? 0 : body.bytes();
    }

    /** A connection is closed; what it had in hand is released by itself. */
    synchronized void leave(Guest guest) {
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
