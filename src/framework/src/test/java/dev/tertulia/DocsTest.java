package dev.tertulia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The docs name tests that are there, and the table of features names one in every row. */
class DocsTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern PROOF = Pattern.compile("`([A-Z][a-zA-Z]*(?:Test|Contract|IT|Load))\\b");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))\\.(\\w+)`");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/groups-api.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Feature")).toList();
    }

    static Stream<String> tests() throws IOException {
        return rows().stream().flatMap(row -> TEST.matcher(row).results()).map(found -> found.group(1) + "."
                + found.group(2)).distinct();
    }

    @Test
    void everyRowNamesATest() throws IOException {
        assertThat(rows()).isNotEmpty().allMatch(row -> TEST.matcher(row).find());
    }

    @ParameterizedTest
    @MethodSource("tests")
    void isThere(String name) throws IOException {
        String[] test = name.split("\\.");
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> found = files.filter(file -> file.endsWith(test[0] + ".java")).toList();
            assertThat(found).as(test[0]).isNotEmpty();
            assertThat(found).anySatisfy(file -> assertThat(file).content().contains(" " + test[1] + "("));
        }
    }

    static Stream<String> proofs() throws IOException {
        List<String> named = new ArrayList<>();
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs")).filter(page -> page.toString().endsWith(".md"))) {
            for (Path page : Stream.concat(docs, Stream.of(ROOT.resolve("SECURITY.md"))).toList()) {
                PROOF.matcher(Files.readString(page)).results().forEach(found -> named.add(found.group(1)));
            }
        }
        return named.stream().distinct().sorted();
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void whatTheDocsCallAProofIsThere(String name) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            assertThat(files.anyMatch(file -> file.endsWith(name + ".java"))).as(name).isTrue();
        }
    }
}
