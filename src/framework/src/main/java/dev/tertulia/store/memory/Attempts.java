package dev.tertulia.store.memory;

import java.util.HashMap;
import java.util.Map;

import dev.tertulia.store.Claim;

/** How often each group's next event was tried, and by which claim last. */
final class Attempts {

    private static final Tried NEVER = new Tried(0, 0);

    private final Map<String, Tried> byGroup = new HashMap<>();

    private record Tried(int times, long token) {}

    /** How often before this claim. */
    int before(Claim claim) {
        Tried tried = byGroup.getOrDefault(claim.group(), NEVER);
        return tried.token() == claim.token() ? tried.times() - 1 : tried.times();
    }

    /** How often the next event of a group was tried. */
    int of(String group) {
        return byGroup.getOrDefault(group, NEVER).times();
    }

    /** Counts one for this claim, once. */
    void begin(Claim claim) {
        byGroup.put(claim.group(), new Tried(before(claim) + 1, claim.token()));
    }

    /** The claim is over, and its attempt counts or was none. */
    void end(Claim claim, boolean counts) {
        byGroup.put(claim.group(), new Tried(before(claim) + (counts ? 1 : 0), 0));
    }

    /** The event is done. */
    void forget(Claim claim) {
        byGroup.remove(claim.group());
    }
}
