package dev.tertulia.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Projects outside of this tree can be built against the artifacts of this build. */
class OwnProjectIT {

    private static final Path BOTS = Path.of("..", "..", "bots");
    /** Maven runs on the JDK of the tests, and the PATH may have an older one. */
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", System.getenv("PATH"), "HOME",
            System.getProperty("user.home"), "JAVA_HOME", System.getProperty("java.home"));

    @TempDir
    Path folder;

    private StagedMaven maven;

    @BeforeEach
    void configureMaven() throws IOException {
        maven = new StagedMaven(folder);
    }

    private Path copy(Path project, String name) throws IOException {
        Path target = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.walk(project)) {
            files.filter(file -> !file.startsWith(project.resolve("target"))).filter(Files::isRegularFile)
                    .forEach(file -> copyTo(target.resolve(project.relativize(file).toString()), file));
        }
        return target;
    }

    private static void copyTo(Path target, Path file) {
        try {
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command {@code new} makes a project that builds, whose test passes, and whose bot answers. */
    @Test
    void isMadeBuildsAndAnswersInItsDemo() throws Exception {
        Path project = folder.resolve("my-bots");
        assertThat(PackagedApp.command(Map.of(), "new", project.toString())).contains("mvn verify");

        assertThat(maven.build(project, "verify")).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");

        Path ownJar = project.resolve("target/app/bots/my-bots-1.0.jar");
        assertThat(ownJar).isRegularFile();
        assertThat(project.resolve("target/app/config/application.yml")).isRegularFile();
        whoServesIsChosenByWhatLiesInTheFolder(ownJar);
        App demo = App.run(project, maven.command(), ENVIRONMENT);
        try (Meta client = new Meta(demo.url())) {
            DemoGroup group = new DemoGroup(client);
            group.say("/hello");

            group.awaitText("Hello, " + group.member() + "!");
            endsWithMaven(demo);
        } finally {
            demo.close();
        }
    }

    /** The demo does not continue in the background after Maven is killed. */
    private static void endsWithMaven(App demo) {
        List<ProcessHandle> children = demo.children();
        assertThat(children).isNotEmpty();

        demo.terminate();

        await().untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
    }

    private static void whoServesIsChosenByWhatLiesInTheFolder(Path ownJar) {
        try (App beside = PackagedApp.start(List.of(ownJar), Map.of())) {
            assertThat(beside.output()).contains("running bots: HelloBot\n")
                    .contains(
                            "bots that do not run: DigestBot, EchoBot, EventBot, FaqBot, PingBot, PollBot, ReminderBot, SplitBot, WelcomeBot;");
        }
        try (App named = PackagedApp.start(List.of(ownJar), Map.of("TERTULIA_BOTS", "HelloBot,PingBot"))) {
            assertThat(named.output()).contains("running bots: HelloBot, PingBot\n");
        }
    }

    /** {@code mvn -Pdev} starts the demo, and a saved file is live in the conversation that goes on. */
    @Test
    void isReloadedWhileItIsWritten() throws Exception {
        Path project = folder.resolve("my-bots");
        PackagedApp.command(Map.of(), "new", project.toString());

        App dev = App.run(project, maven.command("-Pdev"), ENVIRONMENT);
        try (Meta client = new Meta(dev.url())) {
            DemoGroup group = new DemoGroup(client);
            group.say("/hello");
            group.awaitText("Hello, " + group.member() + "!");

            Path bot = project.resolve("src/main/java/org/example/HelloBot.java");
            Files.writeString(bot, Files.readString(bot).replace("Hello, ", "Good day, "));
            await().untilAsserted(
                    () -> assertThat(client.get("/demo/build").body()).contains("\"version\":2,\"state\":\"RUNNING\""));
            group.say("/hello");

            group.awaitText("Good day, " + group.member() + "!");
            group.awaitText("Hello, " + group.member() + "!");
        } finally {
            dev.close();
        }
    }

    @Test
    void theBundledBotsAreATemplate() throws Exception {
        Path project = copy(BOTS, "copied-bots");

        assertThat(maven.build(project, "verify")).contains("BUILD SUCCESS");
    }
}
