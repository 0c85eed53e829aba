package dev.tertulia.moderation.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.yaml.snakeyaml.nodes.Node;

/** The reader of rule files. It finds all problems of a file at once. */
public final class RuleFile {

    private static final String[] KEYS = {"version", "staff", "history", "cases", "canary", "policies"};

    private RuleFile() {}

    /**
     * Reads a file.
     *
     * @throws RuleFileException if it cannot be read, or if anything in it is wrong
     */
    public static RuleSet read(Path file) {
        return read(YamlText.of(file), YamlText.folder(file));
    }

    /**
     * Reads the text of a file.
     *
     * @param folder where the files are that it names
     * @throws RuleFileException if anything in it is wrong
     */
    public static RuleSet read(String text, Path folder) {
        return read(text, new Reading(folder));
    }

    /** Reads the text of a file in a reading that has just begun. */
    static RuleSet read(String text, Reading reading) {
        reading.dependsOn(text);
        return YamlText.parse(text).map(root -> rules(reading, root)).orElseGet(() -> new RuleSet(reading.id(),
                new Settings(StaffSettings.NONE, null, Settings.KEEP_CASES, Canary.ALL), List.of(), List.of(),
                List.of()));
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
        return new RuleSet(reading.id(), settings, policies, reading.warnings(), reading.labels());
    }
}
