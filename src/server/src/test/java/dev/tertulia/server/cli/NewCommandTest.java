package dev.tertulia.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code new} makes a project, which OwnProjectIT builds. */
class NewCommandTest {

    private static final Path SHOWN = Path.of("..", "app", "src", "test", "own-project");

    private final CommandBench bench = new CommandBench();

    @TempDir
    private Path folder;

    private Path project() {
        return folder.resolve("my-bots");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted()
                    .toList();
        }
    }

    @Test
    void makesAllFiles() throws IOException {
        assertThat(bench.run("new", project().toString(), "--package", "com.example.club")).isZero();

        assertThat(files(project())).containsExactly(".github/workflows/build.yml", ".gitignore", "Dockerfile",
                "README.md", "compose.yaml", "config/application.yml", "pom.xml",
                "src/main/java/com/example/club/HelloBot.java", "src/test/java/com/example/club/HelloBotTest.java");
        assertThat(project().resolve("pom.xml")).content().contains("<groupId>com.example.club</groupId>",
                "<artifactId>my-bots</artifactId>");
        assertThat(bench.answer()).startsWith("The project is in " + project() + ":", "  pom.xml")
                .endsWith("  mvn verify     runs the tests");
    }

    /** Nothing of the template is left, such as the name of a property. */
    @Test
    void fillsInEverything() throws IOException {
        bench.run("new", project().toString());

        for (String file : files(project())) {
            assertThat(project().resolve(file)).content().doesNotContain("${", "@project");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/main/java/org/example/HelloBot.java",
            "src/test/java/org/example/HelloBotTest.java"})
    void makesTheProjectThatTheReadmeShows(String file) throws IOException {
        bench.run("new", project().toString());

        assertThat(project().resolve(file)).hasSameTextualContentAs(SHOWN.resolve(file));
    }

    @ParameterizedTest
    @CsvSource({"Tea Club,tea-club", "3 bots!,bots", "x_y,x-y"})
    void namesTheProjectLikeItsFolder(String name, String project) throws IOException {
        Path named = folder.resolve(name);

        assertThat(bench.run("new", named.toString())).isZero();

        assertThat(named.resolve("pom.xml")).content().contains("<artifactId>" + project + "</artifactId>");
    }

    @Test
    void tellsHowToEnterAFolderWithSpaces() {
        Path named = folder.resolve("Tea Club");

        assertThat(bench.run("new", named.toString())).isZero();

        assertThat(bench.answer()).contains("  cd '" + named + "'");
    }

    @Test
    void takesAnEmptyFolder() throws IOException {
        Files.createDirectory(project());

        assertThat(bench.run("new", project().toString(), "--json")).isZero();

        assertThat(bench.answer()).singleElement().asString().startsWith("{\"folder\":\"" + project()
                + "\",\"files\":[\"pom.xml\",");
    }

    @Test
    void changesNothingInAFolderThatIsNotEmpty() throws IOException {
        Path mine = Files.writeString(Files.createDirectory(project()).resolve("pom.xml"), "mine");

        assertThat(bench.run("new", project().toString())).isEqualTo(1);

        assertThat(bench.complaint()).containsExactly(
                "The folder %s is not empty; name a new or an empty one.".formatted(project()));
        assertThat(mine).hasContent("mine");
        assertThat(files(project())).hasSize(1);
        assertThat(bench.run("new", mine.toString())).isEqualTo(1);
        assertThat(bench.complaint()).containsExactly(mine + " is a file; name a new or an empty folder.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "--name MyBots | 'MyBots' is not a name for a project; write lower-case letters, digits and hyphens, as in --name my-bots",
            "--package Club | 'Club' is not a package for your bots; write one such as --package com.example.club",
            "--package com.class | 'com.class' is not a package for your bots; write one such as --package com.example.club",
            "--package café.bots | 'café.bots' is not a package for your bots; write one such as --package com.example.club",
            "--package tea$club | 'tea$club' is not a package for your bots; write one such as --package com.example.club",
            "--package java | 'java' is not a package for your bots; write one such as --package com.example.club",
            "--package java.club | 'java.club' is not a package for your bots; write one such as --package com.example.club"})
    void refusesABadName(String options, String complaint) throws IOException {
        String[] words = ("new " + project() + " " + options).split(" ");

        assertThat(bench.run(words)).isEqualTo(2);

        assertThat(bench.complaint()).containsExactly(complaint, "Try --help.");
        assertThat(files(folder)).isEmpty();
    }
}
