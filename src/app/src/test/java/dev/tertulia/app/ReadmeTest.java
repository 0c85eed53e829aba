package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The project of one's own in the README is the one that {@link OwnProjectIT} builds. */
class ReadmeTest {

    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path PROJECT = Path.of("src", "test", "own-project");

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/main/java/org/example/HelloBot.java",
            "src/test/java/org/example/HelloBotTest.java"})
    void showsEachFileOfTheProject(String file) throws IOException {
        assertThat(README).content().contains("\n```" + file.substring(file.lastIndexOf('.') + 1) + "\n"
                + Files.readString(PROJECT.resolve(file)) + "```\n");
    }
}
