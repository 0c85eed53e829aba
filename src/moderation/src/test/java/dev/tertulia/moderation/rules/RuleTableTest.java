package dev.tertulia.moderation.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of docs/moderation.md have each condition and action, with an example and the test that proves it. */
class RuleTableTest {

    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Pattern KEY = Pattern.compile("`([a-z_]+)[:`]");
    private static final Pattern TEST = Pattern.compile("\\[`(\\w+)\\.(\\w+)`]\\(([^)]+)\\)");

    private static List<String> rows(String title) throws IOException {
        String section = Stream.of(Files.readString(DOCS.resolve("moderation.md")).split("(?m)^## "))
                .filter(part -> part.startsWith(title + "\n")).findFirst().orElseThrow();
        return section.lines().filter(line -> line.startsWith("| `")).toList();
    }

    static Stream<String> allRows() throws IOException {
        return Stream.concat(rows("All conditions").stream(), rows("All actions").stream());
    }

    private static Set<String> keys(String row) {
        return KEY.matcher(row.split("(?<!\\\\)\\|")[1]).results().map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keysOf(String title) throws IOException {
        return rows(title).stream().flatMap(row -> keys(row).stream()).collect(Collectors.toSet());
    }

    @Test
    void hasEveryCondition() throws IOException {
        assertThat(keysOf("All conditions")).containsExactlyInAnyOrderElementsOf(ConditionReader.KEYS);
    }

    @Test
    void hasEveryAction() throws IOException {
        Set<String> actions = keysOf("All actions");
        actions.removeAll(Wordings.OPTIONS);

        assertThat(actions).containsExactlyInAnyOrderElementsOf(ActionReader.ACTIONS);
    }

    @ParameterizedTest
    @MethodSource("allRows")
    void namesATestThatIsThereAndUsesIt(String row) throws IOException {
        List<MatchResult> tests = TEST.matcher(row).results().toList();
        assertThat(tests).isNotEmpty();

        StringBuilder sources = new StringBuilder();
        for (MatchResult test : tests) {
            String source = Files.readString(DOCS.resolve(test.group(3)));
            assertThat(source).contains("class " + test.group(1) + " ", "void " + test.group(2) + "(");
            sources.append(source);
        }
        assertThat(keys(row)).allSatisfy(key -> assertThat(sources).contains(key + ":"));
    }

    @Test
    void everyExampleIsRead() throws IOException {
        for (String row : rows("All conditions")) {
            String example = example(row);
            if (example.contains(":")) {
                String on = example.startsWith("join_wave")
                        ? "join_request"
                        : example.startsWith("reported") ? "report" : "message";
                read("on: " + on + ", when: { " + example + " }, then: [ { note: true } ]");
            }
        }
        for (String row : rows("All actions")) {
            String example = example(row);
            if (example.contains(":")) {
                boolean door = Stream.of("ask", "approve", "reject").anyMatch(example::startsWith);
                read("on: " + (door ? "join_request" : "message") + (door ? "" : ", when: { links: any }")
                        + (example.startsWith("remove") ? ", irreversible: true" : "") + ", then: [ { " + example
                        + " } ]");
            }
        }
    }

    private static String example(String row) {
        String cell = row.split("\\|")[1].strip();
        return cell.substring(1, cell.indexOf('`', 1));
    }

    private static void read(String rule) {
        assertThat(
                RuleFile.read("policies: [ { name: p, groups: { all: true }, rules: [ { name: r, " + rule + " } ] } ]",
                        Path.of("")).warnings())
                .as(rule).isEmpty();
    }
}
