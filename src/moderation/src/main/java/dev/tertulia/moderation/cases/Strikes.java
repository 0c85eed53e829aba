package dev.tertulia.moderation.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The strikes of persons, derived from the trail. */
final class Strikes {

    private Strikes() {}

    /**
     * The strikes of a person under a policy.
     *
     * @param entries the entries about the person
     */
    static int at(Instant now, String policy, StrikeDecay decay, List<TrailEntry> entries) {
        Set<String> forgiven = new HashSet<>();
        entries.stream().map(TrailEntry::fact).filter(fact -> CaseFold.forgives(fact.kind())).map(Fact::number)
                .forEach(forgiven::add);
        StrikeDecay.Level level = new StrikeDecay.Level(0, Instant.EPOCH);
        List<TrailEntry> counted = entries.stream().filter(entry -> entry.fact().strikes().containsKey(policy))
                .filter(entry -> !forgiven.contains(entry.fact().number()))
                .sorted(Comparator.comparing(TrailEntry::at)).toList();
        for (TrailEntry entry : counted) {
            level = decay.add(level, entry.at(), entry.fact().strikes().getOrDefault(policy, 0));
        }
        return decay.at(level, now).strikes();
    }
}
