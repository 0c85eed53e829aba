package dev.tertulia.server.console.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.bot.CaseDesk;
import dev.tertulia.moderation.bot.RuleFileStatus;
import dev.tertulia.moderation.cases.StrikeDecay;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.cases.Who;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.moderation.rules.Strikes;
import dev.tertulia.server.settings.Settings;

/** The cases and rules of this process. Without a rule file there are none. */
@Singleton
@Requires(beans = Settings.class)
public final class Moderation {

    private final Optional<CaseDesk> desk;
    private final Optional<RuleFileStatus> file;
    private final InstantSource clock;
    private volatile @Nullable Running running;

    Moderation(Optional<CaseDesk> desk, Optional<RuleFileStatus> file, InstantSource clock) {
        this.desk = desk;
        this.file = file;
        this.clock = clock;
    }

    /** The rules of a version. */
    private record Running(String version, RuleSet rules) {}

    /** Whether there is no rule file, so that nothing is moderated. */
    public boolean isOff() {
        return desk.isEmpty() || file.isEmpty();
    }

    /** Where decisions are taken. */
    public CaseDesk desk() {
        return desk.orElseThrow();
    }

    /** The rule file. */
    public RuleFileStatus file() {
        return file.orElseThrow();
    }

    /** The cases of a phone number. */
    public Trail trail(String number) {
        return desk().trail(number);
    }

    /** The current time. */
    public Instant now() {
        return clock.instant();
    }

    /** The rules that were read last. */
    public RuleSet rules() {
        String version = file().version();
        Running known = running;
        if (known == null || !known.version().equals(version)) {
            known = new Running(version, RuleFile.read(file().text(), file().folder()));
            running = known;
        }
        return known.rules();
    }

    /** The strikes of a person under each policy that knows some. */
    public Map<String, Integer> strikes(Trail trail, Who who) {
        Map<String, Integer> strikes = new TreeMap<>();
        for (Policy policy : rules().policies()) {
            int count = trail.strikes(who, policy.name(), decay(policy), now());
            if (count > 0) {
                strikes.put(policy.name(), count);
            }
        }
        return strikes;
    }

    private static StrikeDecay decay(Policy policy) {
        Strikes strikes = policy.strikes();
        Strikes.Decay decay = strikes == null ? null : strikes.decay();
        return decay == null ? StrikeDecay.NEVER : new StrikeDecay(decay.every(), decay.by());
    }
}
