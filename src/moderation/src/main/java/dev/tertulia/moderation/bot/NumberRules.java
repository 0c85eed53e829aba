package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.fleet.Logs;
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
    private @Nullable RuleVersion seen;
    private @Nullable RuleVersion accepted;
    private @Nullable RuleVersion before;

    NumberRules(WatchedFile file, Logs logs) {
        this.file = file;
        versions = logs.log(VERSIONS, KEEP);
        examples = new Examples(logs);
    }

    /** The rules of a group; empty if none are in force there. */
    synchronized Optional<RuleVersion> inGroup(String group, Instant at) {
        RuleVersion latest = latest(at);
        return latest.rules().settings().canary().includes(group) ? Optional.of(latest) : Optional.ofNullable(before);
    }

    synchronized RuleVersion latest(Instant at) {
        RuleVersion now = file.current();
        if (now != seen) {
            seen = now;
            take(now, at);
        }
        return accepted == null ? now : accepted;
    }

    private void take(RuleVersion version, Instant at) {
        List<String> failed = examples.failedBy(version);
        if (!failed.isEmpty() && accepted != null) {
            LOG.error("version {} of the rules is refused, and {} stays in force: {}", version.id(), accepted.id(),
                    String.join("; ", failed));
            return;
        }
        failed.forEach(problem -> LOG.warn("version {} of the rules: {}", version.id(), problem));
        boolean forAll = version.rules().settings().canary().equals(Canary.ALL);
        if (forAll) {
            remember(version, at);
        } else if (accepted != null && accepted.rules().settings().canary().equals(Canary.ALL)) {
            before = accepted;
        } else if (before == null) {
            before = stored();
        }
        accepted = version;
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
