package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each piece of code of the authors' guide is part of a bot or test of the {@code bots} module, where it is run. */
class GuideTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "writing-bots.md");
    private static final Path BOTS = Path.of("..", "..", "bots", "src");
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    static Stream<String> snippets() throws IOException {
        List<String> snippets = SNIPPET.matcher(Files.readString(GUIDE)).results().map(found -> found.group(1))
                .toList();
        assertThat(snippets).hasSizeGreaterThan(15);
        return snippets.stream();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void isPartOfABot(String snippet) throws IOException {
        try (Stream<Path> files = Files.walk(BOTS)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).anySatisfy(source -> assertThat(lines(Files.readString(source)))
                    .contains(lines(snippet)));
        }
    }

    /** Without the indentation, which the formatter decides. */
    private static String lines(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
