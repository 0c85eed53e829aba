package dev.tertulia.handler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Only what authors write is searched for bots, since to read all libraries takes seconds. */
class AuthorClassPathTest {

    @TempDir
    private Path folder;

    private Path jar(String name) throws IOException {
        Path jar = folder.resolve(name);
        Files.createDirectories(jar.resolveSibling("."));
        return Files.createFile(jar);
    }

    private Path classes(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    @Test
    void aPackagedApplicationHasBotsInOtherFoldersThanItsLibraries() throws IOException {
        Path framework = jar("lib/framework.jar");
        Path api = jar("lib/api.jar");
        Path bots = jar("bots/bots.jar");

        assertThat(AuthorClassPath.of(List.of(framework, api, jar("lib/netty.jar"), bots), framework, api))
                .containsExactly(bots);
    }

    @Test
    void aBuildHasJarsEverywhere() throws IOException {
        Path framework = jar("framework/target/framework.jar");
        Path tests = jar("framework/target/framework-tests.jar");
        Path api = jar("api/target/api.jar");
        Path classes = classes("bots/target/classes");

        assertThat(AuthorClassPath.of(List.of(classes, framework, tests, api, jar("repository/netty.jar")), framework,
                api)).containsExactly(classes);
    }

    @Test
    void theFrameworkItselfIsNotSearched() throws IOException {
        Path framework = classes("framework/target/classes");
        Path bots = classes("bots/target/classes");

        assertThat(AuthorClassPath.of(List.of(bots, framework, jar("repository/netty.jar")), framework,
                classes("api/target/classes"))).containsExactly(bots);
    }
}
