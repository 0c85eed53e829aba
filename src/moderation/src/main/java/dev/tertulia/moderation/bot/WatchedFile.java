package dev.tertulia.moderation.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.moderation.judge.Classifier;
import dev.tertulia.moderation.judge.Judge;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleFileException;
import dev.tertulia.moderation.rules.RuleSet;

/** The rule file on the disk. It is looked at again when an event comes, at most once in an interval. */
final class WatchedFile {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    private static final Duration WHILE_WRITTEN = Duration.ofMillis(20);

    private final Path file;
    private final Duration interval;
    private final Classifier classifier;
    private @Nullable RuleVersion current;
    private String refused = "";
    private long lookedAt;

    /**
     * Reads the file.
     *
     * @throws RuleFileException if anything in it is wrong
     */
    WatchedFile(Path file, Duration interval, Classifier classifier) {
        this.file = file;
        this.interval = interval;
        this.classifier = classifier;
        RuleSet rules = RuleFile.read(file);
        take(text(), rules);
        Judge.load();
        lookedAt = System.nanoTime();
    }

    /** The latest version that could be read. */
    synchronized RuleVersion current() {
        long now = System.nanoTime();
        if (now - lookedAt >= interval.toNanos()) {
            lookedAt = now;
            look();
        }
        return version();
    }

    private RuleVersion version() {
        if (current == null) {
            throw new IllegalStateException("no rules were read from " + file);
        }
        return current;
    }

    /** What a look at the file shows. A file that is just being written shows something else a moment later. */
    private record Look(@Nullable RuleSet rules, String problem) {

        static Look at(Path file) {
            try {
                return new Look(RuleFile.read(file), "");
            } catch (RuleFileException e) {
                return new Look(null, String.valueOf(e.getMessage()));
            }
        }

        String id() {
            return rules == null ? "" : rules.id();
        }

        boolean isLike(Look other) {
            return id().equals(other.id()) && problem.equals(other.problem());
        }
    }

    private void look() {
        Look look = Look.at(file);
        if (look.id().equals(version().id()) || !look.problem().isEmpty() && look.problem().equals(refused)) {
            refused = look.problem();
            return;
        }
        LockSupport.parkNanos(WHILE_WRITTEN.toNanos());
        if (!look.isLike(Look.at(file))) {
            return; // it is still being written, and looked at again later
        }
        refused = look.problem();
        if (look.rules() != null) {
            take(text(), look.rules());
        } else {
            LOG.error("the rule file {} is refused, and version {} stays in force: {}", file, version().id(),
                    look.problem());
        }
    }

    private void take(String text, RuleSet rules) {
        current = RuleVersion.of(text, Judge.compile(rules, classifier));
        rules.warnings().forEach(warning -> LOG.warn("rule file {}: {}", file, warning));
        LOG.info("rules of {} are read: version {}, {} policies", file, rules.id(), rules.policies().size());
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** Another version of the rules in the same folder; empty if it cannot be read any more. */
    Optional<RuleVersion> compiled(String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            RuleSet rules = RuleFile.read(text, folder == null ? Path.of("") : folder);
            return Optional.of(RuleVersion.of(text, Judge.compile(rules, classifier)));
        } catch (RuleFileException e) {
            LOG.warn("the version of the rules before the canary cannot be read any more: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
