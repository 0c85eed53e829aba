package dev.tertulia.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A newcomer clones the project into an empty folder, runs the README's first command, opens the page that it names, and
 * writes {@code /ping}. Prints the seconds until the answer: with the first build, and again after it. The libraries are
 * those of the local Maven repository; what it lacks is downloaded, which counts.
 */
class NewcomerLoad {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    /** The README's first block of commands. */
    private static final Pattern FIRST = Pattern.compile("```sh\\n(mvn[^#\\n]*)#[^\\n]*http://localhost:8080(/\\S*)");
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void isAnsweredWithinAMinute(@TempDir Path folder) throws IOException, InterruptedException {
        Path project = folder.resolve("tertulia");
        Process clone = new ProcessBuilder("git", "clone", "-q", ROOT.toString(), project.toString()).inheritIO()
                .start();
        assertThat(clone.waitFor()).isZero();
        Matcher first = FIRST.matcher(Files.readString(project.resolve("README.md")));
        assertThat(first.find()).as("the README's first command and its page").isTrue();
        List<String> command = List.of(first.group(1).strip().split(" +"));

        Duration withBuild = Newcomer.visit(project, command, first.group(2), PATIENCE);
        Duration again = Newcomer.visit(project, command, first.group(2), PATIENCE);

        System.out.printf("newcomer: from %s to an answered message: %.1f s with the first build, %.1f s after it%n",
                command, withBuild.toMillis() / 1000.0, again.toMillis() / 1000.0);
        assertThat(again).isLessThan(LIMIT);
    }
}
