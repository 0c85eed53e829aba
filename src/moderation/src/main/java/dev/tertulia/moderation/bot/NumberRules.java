package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.bot.Groups;
import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.canary.CanaryCounts;
import dev.tertulia.moderation.canary.Versions;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.Canary;

/**
 * The rules of one phone number. A version for a share of the groups leaves the others under the last version for all,
 * which is stored, so that every replica knows it. A version that fails an example is not taken over.
 */
final class NumberRules {

    private static final Logger LOG = LoggerFactory.getLogger(NumberRules.class);
    private static final String VERSIONS = "moderation-versions";
    private static final Duration KEEP = Duration.ofDays(3_650);
    private static final String FOR_ALL = "for-all";
    private static final int MOST_BYTES = 60_000;

    private final WatchedFile file;
    private final Log versions;
    private final Examples examples;
    private final Groups groups;
    private final CanaryCounts counts;
    private volatile @Nullable InForce inForce;
    private volatile List<String> problems = List.of();
    private @Nullable RuleVersion seen;

    /**
     * Rules of a number.
     *
     * @param process what tells this process apart from all others
     */
    NumberRules(WatchedFile file, Logs logs, Groups groups, String process) {
        this.file = file;
        this.groups = groups;
        versions = logs.log(VERSIONS, KEEP);
        examples = new Examples(logs);
        counts = new CanaryCounts(logs, process);
    }

    /**
     * The versions in force.
     *
     * @param before in force in the groups that do not belong to the latest version's share; {@code null} if none is
     */
    private record InForce(RuleVersion latest, @Nullable RuleVersion before) {

        boolean isForAll() {
            return latest.rules().settings().canary().equals(Canary.ALL);
        }

        Versions versions() {
            return new Versions(latest.id(), before == null ? null : before.id(),
                    latest.rules().settings().canary().percent());
        }
    }

    /** The rules of a group; empty if none are in force there. */
    Optional<RuleVersion> inGroup(String group, Instant at) {
        InForce now = inForce(at);
        return now.latest().rules().settings().canary().includes(group)
                ? Optional.of(now.latest())
                : Optional.ofNullable(now.before());
    }

    RuleVersion latest(Instant at) {
        return inForce(at).latest();
    }

    /** Counts what a version has judged, while it is compared with another one. */
    void count(RuleVersion version, Subject subject, List<Hit> hits) {
        InForce now = inForce;
        if (now != null && !now.isForAll()) {
            counts.add(now.versions(), version.id(), subject.on(), hits, subject.origin().at());
        }
    }

    /** Stores what was counted. */
    void storeCounts() {
        counts.store();
    }

    private InForce inForce(Instant at) {
        InForce now = inForce;
        return now == null ? adopt(at) : now;
    }

    /** Why the latest version of the file is not in force; empty if it is. */
    List<String> problems() {
        return problems;
    }

    /** Takes over the latest version of the file, if it is a new one. */
    synchronized InForce adopt(Instant at) {
        RuleVersion version = file.current();
        InForce now = inForce;
        if (now != null && version == seen) {
            return now;
        }
        List<String> failed = examples.failedBy(version);
        if (failed.isEmpty() || now == null) {
            failed.forEach(problem -> LOG.warn("version {} of the rules: {}", version.id(), problem));
            problems = List.of();
            now = accept(version, now, at);
        } else {
            LOG.error("version {} of the rules is refused, and {} stays in force: {}", version.id(), now.latest().id(),
                    String.join("; ", failed));
            String kept = now.latest().id();
            problems = failed.stream().map(problem -> "version " + version.id() + " is refused, and version "
                    + kept + " stays in force: " + problem).toList();
        }
        inForce = now;
        seen = version;
        return now;
    }

    private InForce accept(RuleVersion version, @Nullable InForce now, Instant at) {
        version.rules().unknownLabels(groups.labels()).forEach(warning -> LOG.warn("version {} of the rules: {}",
                version.id(), warning));
        InForce next = new InForce(version, null);
        if (next.isForAll()) {
            remember(version, at);
            return next;
        }
        if (now != null && now.isForAll()) {
            return new InForce(version, now.latest());
        }
        return new InForce(version, now == null || now.before() == null ? stored() : now.before());
    }

    private void remember(RuleVersion version, Instant at) {
        if (version.text().length() < MOST_BYTES) {
            versions.append(new Log.Draft(version.id() + " " + at.getEpochSecond(), at, Set.of(FOR_ALL),
                    version.text()));
        } else {
            LOG.warn("the rule file has more than {} characters, so a canary cannot fall back to version {} after a"
                    + " restart", MOST_BYTES, version.id());
        }
    }

    private @Nullable RuleVersion stored() {
        return versions.findLatest(FOR_ALL, Long.MAX_VALUE, 1).stream().map(LogEntry::body).findFirst()
                .flatMap(file::compiled).orElse(null);
    }
}
