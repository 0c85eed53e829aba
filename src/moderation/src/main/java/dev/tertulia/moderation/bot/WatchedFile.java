package dev.tertulia.moderation.bot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.moderation.judge.Classifier;
import dev.tertulia.moderation.judge.Judge;
import dev.tertulia.moderation.rules.Problem;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleFileException;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.moderation.rules.RuleSource;

/** The rule file on the disk, and the latest version of it that could be read. */
final class WatchedFile {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    private final Path file;
    private final Runnable pause;
    private final Classifier classifier;
    private volatile RuleSource seen;
    private volatile RuleVersion current;

    /**
     * Reads the file.
     *
     * @param pause waits until a file that is being written has changed further
     * @throws RuleFileException if anything in it is wrong
     */
    WatchedFile(Path file, Runnable pause, Classifier classifier) {
        this.file = file;
        this.pause = pause;
        this.classifier = classifier;
        seen = RuleSource.read(file);
        RuleSource first = seen;
        current = compile(first, first.rules().orElseThrow(() -> new RuleFileException(first.problems())));
        Judge.load();
    }

    /** The latest version that could be read. */
    RuleVersion current() {
        return current;
    }

    Path path() {
        return file;
    }

    /** Why the file, as it was seen last, is not in force; empty if it is. */
    List<Problem> problems() {
        return seen.problems();
    }

    /** Takes over what has changed. A file that is just being written shows something else a moment later, and is left. */
    synchronized void look() {
        if (seen.isCurrent()) {
            return;
        }
        RuleSource source = RuleSource.read(file);
        if (!source.isLike(seen)) {
            pause.run();
            if (!source.isLike(RuleSource.read(file))) {
                return; // it is looked at again later
            }
            take(source);
        }
        seen = source;
    }

    private void take(RuleSource source) {
        Optional<RuleSet> rules = source.rules();
        if (rules.isEmpty()) {
            LOG.error("the rule file {} is refused, and version {} stays in force: {}", file, current.id(),
                    source.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        } else if (rules.get().id().equals(current.id())) {
            LOG.info("the rule file {} is version {} again, which is in force", file, current.id());
        } else {
            current = compile(source, rules.get());
        }
    }

    private RuleVersion compile(RuleSource source, RuleSet rules) {
        RuleVersion version = RuleVersion.of(source.text(), Judge.compile(rules, classifier));
        rules.warnings().forEach(warning -> LOG.warn("rule file {}: {}", file, warning));
        LOG.info("rules of {} are read: version {}, {} policies", file, rules.id(), rules.policies().size());
        return version;
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
