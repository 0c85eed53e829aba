package dev.tertulia.moderation.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.Strikes;

/** The strikes that people would have, by policy. */
final class StrikeLedger {

    private final Map<Key, Level> levels = new HashMap<>();

    private record Key(String policy, String person) {}

    /** Strikes, and when the period of their decay began. */
    private record Level(int strikes, Instant since) {}

    /** The strikes of a person at a time. */
    int at(Policy policy, String person, Instant at) {
        return level(policy, person, at).strikes();
    }

    /** Adds strikes and returns how many there are now. */
    int add(Policy policy, String person, Instant at, int more) {
        Level before = level(policy, person, at);
        Level now = new Level(before.strikes() + more, before.strikes() == 0 ? at : before.since());
        levels.put(new Key(policy.name(), person), now);
        return now.strikes();
    }

    private Level level(Policy policy, String person, Instant at) {
        Level level = levels.getOrDefault(new Key(policy.name(), person), new Level(0, at));
        Strikes.@Nullable Decay decay = policy.strikes() == null ? null : policy.strikes().decay();
        if (decay == null || level.strikes() == 0 || at.isBefore(level.since())) {
            return level;
        }
        long periods = Duration.between(level.since(), at).dividedBy(decay.every());
        return new Level((int) Math.max(0, level.strikes() - periods * decay.by()),
                level.since().plus(decay.every().multipliedBy(periods)));
    }
}
