package dev.tertulia.moderation.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a wrong rule file is answered, in {@code wrong.txt}: a text, and the lines that it gets. */
class RuleFileProblemsTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/tertulia/moderation/rules");
    private static final String RULE = """
            policies:
              - name: p
                groups: { all: true }
                rules:
                  - name: r
                    then: [ { note: true } ]
                    when:\s""";

    /** A wrong file. */
    record Wrong(String name, String text, List<String> answers) {

        static Wrong of(String block) {
            String[] parts = block.split("\n", 2);
            String[] halves = parts[1].split("\n?--\n", 2);
            String text = parts[0].startsWith("@ ") ? RULE + halves[0] : halves[0];
            return new Wrong(parts[0].replaceFirst("^(==|@) ", "").strip(), text,
                    halves.length == 1 ? List.of() : halves[1].lines().toList());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wrong> wrong() throws IOException {
        return Arrays.stream(Files.readString(FOLDER.resolve("wrong.txt")).split("\n(?=(==|@) )"))
                .filter(block -> !block.isBlank()).map(Wrong::of);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhereAndWhatToWrite(Wrong file) {
        RuleFileException thrown = catchThrowableOfType(RuleFileException.class,
                () -> RuleFile.read(file.text(), FOLDER));

        assertThat(thrown).as(file.text()).isNotNull();
        assertThat(thrown.problems()).extracting(Problem::toString).containsExactlyElementsOf(file.answers());
    }

    private static List<Problem> problems(String text) {
        return catchThrowableOfType(RuleFileException.class, () -> RuleFile.read(text, FOLDER)).problems();
    }

    @Test
    void boundsWhatAliasesRepeat() {
        String bomb = "x0: &x0 { links: any }\n" + IntStream.range(1, 40).mapToObj(
                i -> "x%d: &x%1$d { any: [ { not: *x%2$d }, { not: *x%2$d } ] }\n".formatted(i, i - 1))
                .collect(Collectors.joining());

        List<Problem> problems = problems(bomb + RULE.indent(0) + "*x39");

        assertThat(problems).singleElement().extracting(Problem::message).asString()
                .startsWith("this is not YAML: Number of aliases for non-scalar nodes exceeds the specified max=50");
    }

    @Test
    void boundsWhatFewAliasesRepeat() {
        String bomb = "x0: &x0 { any: [ %s ] }\n"
                .formatted(String.join(", ", Collections.nCopies(30_000, "{ links: any }")))
                + RULE + "{ any: [ *x0, *x0, *x0, *x0 ] }";

        List<Problem> problems = problems(bomb);

        assertThat(problems).singleElement().extracting(Problem::message).isEqualTo("there are more than 100000 values,"
                + " counting those that aliases repeat; put long lists into files of their own");
    }

    @Test
    void boundsAnAliasOfItself() {
        assertThat(problems("policies:\n - name: p\n   groups: { all: true }\n   rules:\n    - name: r\n"
                + "      then: [ { note: true } ]\n      when: &w { not: *w }")).extracting(Problem::message)
                .containsExactly("conditions are nested more than 10 deep; write several rules");
    }

    @Test
    void namesTheCharacterThatNobodySees() {
        assertThat(problems("version: 1\n# 👋\npolicies: 👋\u0007[]")).extracting(Problem::toString).containsExactly(
                "line 3, column 12: this is not YAML: it contains the invisible character U+0007; delete it");
    }

    @Test
    void boundsTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("big.yml"), "#".repeat(1_000_001));

        RuleFileException thrown = catchThrowableOfType(RuleFileException.class, () -> RuleFile.read(file));

        assertThat(thrown)
                .hasMessage("line 1, column 1: the file has more than 1 MB; put long lists into files of their"
                        + " own, such as words: { file: words.txt }");
    }

    @Test
    void boundsTheDepth() {
        assertThat(problems("[".repeat(60) + "]".repeat(60))).extracting(Problem::toString)
                .containsExactly("line 1, column 1: this is not YAML: Nesting Depth exceeded max 50");
    }

    @Test
    void namesAFileThatIsMissing() {
        RuleFileException thrown = catchThrowableOfType(RuleFileException.class,
                () -> RuleFile.read(Path.of("missing.yml")));

        assertThat(thrown).hasMessage("line 1, column 1: there is no file missing.yml");
    }

    @Test
    void namesAHundredProblemsAtMost() {
        String keys = IntStream.range(0, 300).mapToObj(i -> "xyzzy" + i + ": 1\n").collect(Collectors.joining());

        assertThat(problems(keys)).hasSize(100);
    }
}
