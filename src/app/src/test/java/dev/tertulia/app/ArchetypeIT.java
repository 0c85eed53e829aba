package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Maven's archetype and the command {@code new} make the same project. */
class ArchetypeIT {

    /** Made by the archetype's own build. */
    private static final Path BY_MAVEN = Path.of("..", "archetype", "target", "test-classes", "projects", "club",
            "project", "club-bots");

    @TempDir
    private Path folder;

    private static List<String> files(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile).map(file -> project.relativize(file).toString()).sorted()
                    .toList();
        }
    }

    @Test
    void makesWhatTheCommandMakes() throws Exception {
        Path project = folder.resolve("club-bots");
        PackagedApp.command(Map.of(), "new", project.toString(), "--package", "com.example.club");

        assertThat(files(BY_MAVEN)).isNotEmpty().isEqualTo(files(project));
        for (String file : files(project)) {
            assertThat(BY_MAVEN.resolve(file)).as(file).hasSameTextualContentAs(project.resolve(file));
        }
    }
}
