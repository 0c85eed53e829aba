package dev.tertulia.moderation.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A rule file as it was read once, with the lists that it names. A file that is wrong is a source without rules. */
public final class RuleSource {

    private final String text;
    private final @Nullable RuleSet rules;
    private final List<Problem> problems;
    private final List<FileStamp> files;

    private RuleSource(String text, @Nullable RuleSet rules, List<Problem> problems, List<FileStamp> files) {
        this.text = text;
        this.rules = rules;
        this.problems = problems;
        this.files = files;
    }

    /** Reads a file. */
    public static RuleSource read(Path file) {
        Reading reading = new Reading(YamlText.folder(file));
        reading.reads(file);
        String text = "";
        try {
            text = YamlText.of(file);
            return new RuleSource(text, RuleFile.read(text, reading), List.of(), reading.files());
        } catch (RuleFileException e) {
            return new RuleSource(text, null, e.problems(), reading.files());
        }
    }

    /** The text of the rule file itself. */
    public String text() {
        return text;
    }

    /** The rules; empty if anything in the file is wrong. */
    public Optional<RuleSet> rules() {
        return Optional.ofNullable(rules);
    }

    /** Everything that is wrong in the file. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether none of the files has changed since, by time and size. */
    public boolean isCurrent() {
        return files.stream().allMatch(FileStamp::isCurrent);
    }

    /** Whether another reading has found the same. */
    public boolean isLike(RuleSource other) {
        return text.equals(other.text) && problems.equals(other.problems)
                && rules().map(RuleSet::id).equals(other.rules().map(RuleSet::id));
    }
}
