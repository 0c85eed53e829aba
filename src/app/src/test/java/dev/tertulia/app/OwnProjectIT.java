package dev.tertulia.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Projects outside of this tree can be built against the artifacts of this build. */
class OwnProjectIT {

    private static final Path TEMPLATE = Path.of("src", "test", "own-project");
    private static final Path BOTS = Path.of("..", "..", "bots");
    private static final int MINUTES = 5;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Resolves this build's artifacts from its output folder, and all others from the local repository. */
    private static final String SETTINGS = """
            <settings>
              <localRepository>%s</localRepository>
              <profiles>
                <profile>
                  <id>machine</id>
                  <repositories>
                    <repository><id>machine</id><url>%2$s</url><snapshots><enabled>true</enabled></snapshots></repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository><id>machine</id><url>%2$s</url></pluginRepository>
                  </pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>machine</activeProfile></activeProfiles>
            </settings>
            """;

    @TempDir
    Path folder;

    private Path settings;

    @BeforeEach
    void configureMaven() throws IOException {
        settings = Files.writeString(folder.resolve("settings.xml"),
                SETTINGS.formatted(property("staged"), Path.of(property("central")).toUri()));
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
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

    private List<String> maven(String... goals) {
        List<String> command = new ArrayList<>(
                List.of(property("maven"), "-B", "-ntp", "-s", settings.toString()));
        command.addAll(List.of(goals));
        return command;
    }

    private String verify(Path project) throws IOException, InterruptedException {
        Path log = folder.resolve(project.getFileName() + ".log");
        Process build = new ProcessBuilder(maven("verify")).directory(project.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        boolean ended = build.waitFor(MINUTES, TimeUnit.MINUTES);
        build.destroyForcibly();
        String said = Files.readString(log);
        assertThat(ended && build.exitValue() == 0).as(said).isTrue();
        return said;
    }

    @Test
    void buildsAndAnswersInItsDemo() throws Exception {
        Path project = copy(TEMPLATE, "my-bots");

        assertThat(verify(project)).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");

        Path ownJar = project.resolve("target/app/bots/my-bots-1.0.jar");
        assertThat(ownJar).isRegularFile();
        whoServesIsChosenByWhatLiesInTheFolder(ownJar);
        Map<String, String> environment = Map.of("PATH", System.getenv("PATH"), "HOME",
                System.getProperty("user.home"));
        App demo = App.run(project, maven(), environment);
        try (Meta client = new Meta(demo.url())) {
            JsonNode group = group(client);
            JsonNode member = group.at("/members/0");

            assertThat(say(client, group.path("id").asText(), member.path("id").asText(), "/hello")).isEqualTo(200);

            String hello = "Hello, " + member.path("name").asText() + "!";
            await().untilAsserted(() -> assertThat(group(client).path("messages").findValuesAsText("text"))
                    .contains(hello));
            endsWithMaven(demo);
        } finally {
            demo.close();
        }
    }

    private static int say(Meta client, String group, String member, String words) {
        String message = JSON.createObjectNode().put("from", member).put("text", words).toString();
        return client.send(client.request("/emulator/groups/" + group + "/messages")
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(message))).statusCode();
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

    private static JsonNode group(Meta client) throws IOException {
        return JSON.readTree(client.get("/emulator/state").body()).at("/groups/0");
    }

    @Test
    void theBundledBotsAreATemplate() throws Exception {
        Path project = copy(BOTS, "copied-bots");

        assertThat(verify(project)).contains("BUILD SUCCESS");
    }
}
