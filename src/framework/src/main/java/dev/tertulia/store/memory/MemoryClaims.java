package dev.tertulia.store.memory;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import dev.tertulia.store.Claim;
import dev.tertulia.store.Room;
import dev.tertulia.store.WaitingMail;

/** The groups that are ready to be claimed, and those that are claimed; to be used with the lock of the store held. */
final class MemoryClaims {

    private final LongSupplier nanos;
    private final Map<String, Long> ready = new LinkedHashMap<>();
    /** Groups that are ready because a claim ran out. */
    private final Set<String> takenBack = new HashSet<>();
    private final Map<String, Held> claims = new HashMap<>();
    private long lastToken;

    /** A claim, and when it ends. */
    private record Held(long token, long endsAt) {}

    /** @param nanos a clock that only counts */
    MemoryClaims(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Makes a group ready, unless it is claimed or ready already. */
    void ready(String group) {
        if (!claims.containsKey(group)) {
            ready.putIfAbsent(group, nanos.getAsLong());
        }
    }

    List<Claim> claim(int atMost, Duration lease) {
        long now = nanos.getAsLong();
        takeBackExpired(now);
        List<String> groups = ready.entrySet().stream().filter(e -> e.getValue() - now <= 0)
                .sorted(Comparator.comparingLong(Map.Entry::getValue)).limit(atMost).map(Map.Entry::getKey).toList();
        return groups.stream().map(group -> claim(group, lease, now)).toList();
    }

    /** Claims those of the groups that are ready, as far as there is room. */
    List<Claim> claim(Collection<String> groups, Room room) {
        long now = nanos.getAsLong();
        return groups.stream().filter(group -> isReady(group, now)).limit(room.groups())
                .map(group -> claim(group, room.lease(), now)).toList();
    }

    private Claim claim(String group, Duration lease, long now) {
        Claim claim = new Claim(group, ++lastToken, takenBack.remove(group));
        ready.remove(group);
        hold(claim, lease, now);
        return claim;
    }

    /** Whether a group can be claimed now. */
    boolean isReady(String group) {
        return isReady(group, nanos.getAsLong());
    }

    private boolean isReady(String group, long now) {
        Long from = ready.get(group);
        return from != null && from - now <= 0;
    }

    private void takeBackExpired(long now) {
        List<String> expired = claims.entrySet().stream().filter(e -> e.getValue().endsAt() - now < 0)
                .map(Map.Entry::getKey).toList();
        for (String group : expired) {
            claims.remove(group);
            ready.put(group, now);
            takenBack.add(group);
        }
    }

    private void hold(Claim claim, Duration lease, long now) {
        claims.put(claim.group(), new Held(claim.token(), now + lease.toNanos()));
    }

    /** Renews claims. Returns those that are lost. */
    List<Claim> renew(List<Claim> held, Duration lease) {
        held.stream().filter(this::isHeld).forEach(claim -> hold(claim, lease, nanos.getAsLong()));
        return held.stream().filter(claim -> !isHeld(claim)).toList();
    }

    /** The mail of groups, the longest waiting first. */
    List<WaitingMail> waiting(Map<String, ? extends Collection<?>> mail, Attempts attempts, int atMost) {
        long now = nanos.getAsLong();
        return mail.entrySet().stream()
                .map(box -> waiting(box.getKey(), box.getValue().size(), attempts.of(box.getKey()), now))
                .sorted(Comparator.comparing(WaitingMail::readyFor).reversed()).limit(atMost).toList();
    }

    private WaitingMail waiting(String group, int events, int attempts, long now) {
        Long from = ready.get(group);
        Duration readyFor = from == null ? Duration.ZERO : Duration.ofNanos(now - from);
        return new WaitingMail(group, events, attempts, from == null, readyFor);
    }

    boolean isHeld(Claim claim) {
        Held held = claims.get(claim.group());
        return held != null && held.token() == claim.token();
    }

    void end(Claim claim) {
        claims.remove(claim.group());
    }

    /** Ends a claim; its group is ready again after a pause. */
    void endWithPause(Claim claim, Duration pause) {
        end(claim);
        ready.put(claim.group(), nanos.getAsLong() + pause.toNanos());
    }
}
