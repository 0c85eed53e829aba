package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README and the first guide show the project that {@code new} makes and {@link OwnProjectIT} builds; the README also
 * the file that {@link OneFileBotIT} runs, and every handler annotation.
 */
class ReadmeTest {

    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path FIRST_BOT = Path.of("..", "..", "docs", "first-bot.md");
    private static final Path ONE_FILE = Path.of("..", "..", "docs", "HelloBot.java");
    private static final Path API = Path.of("..", "api", "src", "main", "java", "dev", "tertulia", "bot");
    private static final Path PROJECT = Path.of("src", "test", "own-project");

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/main/java/org/example/HelloBot.java",
            "src/test/java/org/example/HelloBotTest.java"})
    void showsEachFileOfTheProject(String file) throws IOException {
        String shown = "\n```" + file.substring(file.lastIndexOf('.') + 1) + "\n"
                + Files.readString(PROJECT.resolve(file)) + "```\n";

        assertThat(README).content().contains(shown);
        assertThat(FIRST_BOT).content().contains(shown);
    }

    @Test
    void showsTheBotInOneFile() throws IOException {
        assertThat(README).content().contains("\n```java\n" + Files.readString(ONE_FILE) + "```\n");
    }

    /** The paragraph lists each annotation that makes a method a handler, and no other. */
    @Test
    void listsEveryKindOfHandler() throws IOException {
        Set<String> annotations = new TreeSet<>();
        try (Stream<Path> files = Files.list(API)) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains("\n@Handler")) {
                    annotations.add("@" + file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        String paragraph = Files.readAllLines(README).stream().filter(line -> line.startsWith("Handlers: `@"))
                .findFirst().orElseThrow();

        assertThat(Pattern.compile("`(@\\w+)`").matcher(paragraph).results().map(name -> name.group(1))
                .filter(name -> !name.equals("@Order"))).containsExactlyInAnyOrderElementsOf(
                        annotations);
    }
}
