package dev.tertulia.moderation.rules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The reading of one rule file: the problems found so far, and what its version depends on. */
final class Reading {

    /** How many values a file may have, counting repeated ones each time. */
    private static final int MOST_VALUES = 100_000;
    private static final int MOST_PROBLEMS = 100;
    private static final int ID_LENGTH = 10;
    private static final Comparator<Problem> IN_ORDER = Comparator.comparingInt(Problem::line)
            .thenComparingInt(Problem::column);

    private final Path folder;
    private final MessageDigest digest;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final List<FileStamp> files = new ArrayList<>();
    private final List<NamedLabel> labels = new ArrayList<>();
    private int values;

    /** A reading of a file in a folder. */
    Reading(Path folder) {
        this.folder = folder;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The folder of the rule file. */
    Path folder() {
        return folder;
    }

    /** Notes that a file is going to be read. */
    void reads(Path file) {
        files.add(FileStamp.of(file));
    }

    /** The files that were read, as they were before. */
    List<FileStamp> files() {
        return List.copyOf(files);
    }

    /** Notes that the file names a label of groups. */
    void label(NamedLabel label) {
        labels.add(label);
    }

    /** The labels that the file names, in its order. */
    List<NamedLabel> labels() {
        return labels;
    }

    /** Adds a text on which the version depends. */
    void dependsOn(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The version. */
    String id() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, ID_LENGTH);
    }

    /** Records that something is wrong. */
    void problem(Node at, String message) {
        problems.add(at(at.getStartMark(), message));
    }

    /** Records that something is probably not meant. */
    void warning(Node at, String message) {
        warnings.add(at(at.getStartMark(), message));
    }

    private static Problem at(Mark mark, String message) {
        return new Problem(mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    /** Counts a value, since aliases can repeat a value without end. */
    void visit(Node node) {
        values++;
        if (values > MOST_VALUES) {
            throw new RuleFileException(List.of(at(node.getStartMark(), "there are more than " + MOST_VALUES
                    + " values, counting those that aliases repeat; put long lists into files of their own")));
        }
    }

    /** What is probably not meant. */
    List<Problem> warnings() {
        return warnings.stream().sorted(IN_ORDER).toList();
    }

    /**
     * Ends the reading.
     *
     * @throws RuleFileException if anything is wrong
     */
    void end() {
        if (!problems.isEmpty()) {
            throw new RuleFileException(problems.stream().distinct().sorted(IN_ORDER).limit(MOST_PROBLEMS).toList());
        }
    }
}
