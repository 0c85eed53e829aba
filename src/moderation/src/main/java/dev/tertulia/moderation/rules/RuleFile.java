package dev.tertulia.moderation.rules;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The reader of rule files. It finds all problems of a file at once. */
public final class RuleFile {

    private static final int MOST_BYTES = 1_000_000;
    private static final int DEEPEST = 50;
    private static final String[] KEYS = {"version", "staff", "history", "cases", "canary", "policies"};

    private RuleFile() {}

    /**
     * Reads a file.
     *
     * @throws RuleFileException if it cannot be read, or if anything in it is wrong
     */
    public static RuleSet read(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return read(content(file), folder == null ? Path.of("") : folder);
    }

    private static String content(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw tooLarge();
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw wrong(null, "there is no file " + file);
        } catch (CharacterCodingException e) {
            throw wrong(null, "the file " + file + " is not in UTF-8; save it in that encoding");
        } catch (IOException e) {
            throw wrong(null, "the file " + file + " cannot be read: " + e);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param folder where the files are that it names
     * @throws RuleFileException if anything in it is wrong
     */
    public static RuleSet read(String text, Path folder) {
        if (text.length() > MOST_BYTES) {
            throw tooLarge();
        }
        Reading reading = new Reading(folder);
        reading.dependsOn(text);
        Node root = parse(text);
        return root == null
                ? new RuleSet(reading.id(), new Settings(StaffSettings.NONE, null, Settings.KEEP_CASES, Canary.ALL),
                        List.of(), List.of())
                : rules(reading, root);
    }

    private static @Nullable Node parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(DEEPEST);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            String problem = String.valueOf(e.getProblem()).replaceFirst(" ?\\. \\(Do not use.*", "");
            throw wrong(e.getProblemMark(), "this is not YAML: " + problem + hint(problem));
        } catch (YAMLException e) {
            throw wrong(null, "this is not YAML: " + e.getMessage());
        }
    }

    private static String hint(String problem) {
        if (problem.contains("unexpected end of stream")) {
            return "; a text in quotes does not end";
        }
        if (problem.contains("TAB")) {
            return "; indent with spaces";
        }
        return problem.contains("mapping values are not allowed") || problem.contains("expected <block end>")
                ? "; keys of the same map begin in the same column, and a text with a colon needs \"quotes\""
                : "";
    }

    private static RuleSet rules(Reading reading, Node root) {
        Fields file = Fields.of(new Value(reading, "file", root, root), "a rule file").knowing(List.of(KEYS));
        file.find("version").filter(version -> !version.is("1"))
                .ifPresent(version -> version.problem("'version' is 1, the only version of rule files"));
        Settings settings = SettingsReader.read(file);
        PolicyReader reader = new PolicyReader();
        List<Policy> policies = new ArrayList<>();
        file.find("policies").ifPresent(value -> value.list("each item with a name, groups and rules")
                .forEach(item -> policies.add(reader.read(item))));
        reading.end();
        return new RuleSet(reading.id(), settings, policies, reading.warnings());
    }

    private static RuleFileException tooLarge() {
        return wrong(null, "the file has more than " + MOST_BYTES / 1_000_000
                + " MB; put long lists into files of their own, such as words: { file: words.txt }");
    }

    private static RuleFileException wrong(@Nullable Mark at, String message) {
        return new RuleFileException(List.of(new Problem(at == null ? 1 : at.getLine() + 1,
                at == null ? 1 : at.getColumn() + 1, message)));
    }
}
