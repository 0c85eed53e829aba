package dev.tertulia.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each piece of code of the guides is part of a class that is compiled and run, and the page names a test that does so. */
class GuideTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final List<String> SOURCES = List.of("bots/src", "src/app/src/test/own-project/src",
            "src/testcontainers/src");
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("`([A-Z][a-zA-Z]+(?:Test|IT))`");

    /** A piece of code, and the page that shows it. */
    private record Snippet(String page, String code) {

        @Override
        public String toString() {
            return page + ": " + code.strip().lines().findFirst().orElse("");
        }
    }

    static Stream<Snippet> snippets() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path page : pages()) {
            SNIPPET.matcher(Files.readString(page)).results()
                    .forEach(found -> snippets.add(new Snippet(page.getFileName().toString(), found.group(1))));
        }
        assertThat(snippets).hasSizeGreaterThan(40);
        return snippets.stream();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : SOURCES) {
            if (Files.exists(ROOT.resolve(folder))) {
                try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void isPartOfWhatIsRun(Snippet snippet) throws IOException {
        String lines = lines(snippet.code());

        assertThat(sources()).anySatisfy(source -> assertThat(lines(Files.readString(source))).contains(lines));
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void itsPageNamesTheTest(Snippet snippet) throws IOException {
        List<String> classes = sources().stream().filter(source -> contains(source, snippet))
                .map(source -> source.getFileName().toString().replace(".java", "")).toList();
        List<String> named = NAMED.matcher(Files.readString(ROOT.resolve("docs").resolve(snippet.page()))).results()
                .map(found -> found.group(1)).toList();

        assertThat(named).anySatisfy(test -> assertThat(uses(test, classes)).isTrue());
    }

    private static boolean contains(Path source, Snippet snippet) {
        try {
            return lines(Files.readString(source)).contains(lines(snippet.code()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a test speaks of one of the classes, or is one of them. */
    private static boolean uses(String test, List<String> classes) throws IOException {
        if (classes.contains(test)) {
            return true;
        }
        List<Path> tests;
        try (Stream<Path> files = Files.walk(ROOT)) {
            tests = files.filter(file -> file.endsWith(test + ".java")).toList();
        }
        for (Path file : tests) {
            String text = Files.readString(file);
            if (classes.stream().anyMatch(text::contains)) {
                return true;
            }
        }
        return false;
    }

    /** Without the indentation, which the formatter decides. */
    private static String lines(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
