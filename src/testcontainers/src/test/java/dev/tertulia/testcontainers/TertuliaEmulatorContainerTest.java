package dev.tertulia.testcontainers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.testcontainers.containers.wait.strategy.HttpWaitStrategy;
import org.testcontainers.utility.DockerImageName;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The container as far as it can be tested without a container engine: image, port, arguments, addresses. */
class TertuliaEmulatorContainerTest {

    private static final Path DOCKERFILE = Path.of("..", "..", "Dockerfile");

    /** A container that was started elsewhere, at this port of this machine. */
    private static final class Started extends TertuliaEmulatorContainer {

        private final int port;

        Started(int port) {
            super("tertulia-emulator:latest");
            this.port = port;
        }

        @Override
        public String getHost() {
            return "127.0.0.1";
        }

        @Override
        public Integer getMappedPort(int original) {
            assertThat(getExposedPorts()).contains(original);
            return port;
        }
    }

    @Test
    void passesTheOptionsToTheEmulator() {
        try (
                TertuliaEmulatorContainer emulator = new TertuliaEmulatorContainer("tertulia-emulator:latest")
                        .withGroup("Football", "Ana", "Ben").withWebhookOnHost(5000, "/webhook");) {
            emulator.withTemplate("welcome", "en", "Welcome, {{1}}!").withAccessToken("token")
                    .withAppSecret("secret").withVerifyToken("verify").withPhoneNumberId("1001");

            assertThat(emulator.arguments("localhost")).containsExactly("--host", "emulator,localhost",
                    "--webhooks-anywhere", "--access-token", "token", "--app-secret", "secret", "--verify-token",
                    "verify", "--phone-number-id", "1001", "--subject", "Football", "--members", "Ana,Ben",
                    "--webhook", "http://host.testcontainers.internal:5000/webhook", "--template",
                    "welcome:en:Welcome, {{1}}!");
        }
    }

    @Test
    void waitsForThePortOfTheImage() throws IOException {
        try (TertuliaEmulatorContainer emulator = new TertuliaEmulatorContainer("tertulia-emulator:latest")) {
            assertThat(DOCKERFILE).content().contains("AS emulator\n").contains("EXPOSE " + emulator.getExposedPorts()
                    .getFirst() + "\n");
            assertThat(Files.readString(DOCKERFILE)).contains("\"--address\", \"0.0.0.0\"]");
        }
    }

    @Test
    void refusesAnotherImageUnlessItIsASubstitute() {
        assertThatThrownBy(() -> new TertuliaEmulatorContainer("redis:7")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tertulia-emulator");
        DockerImageName own = DockerImageName.parse("registry.example.org/emulator:1")
                .asCompatibleSubstituteFor("tertulia-emulator");
        try (TertuliaEmulatorContainer emulator = new TertuliaEmulatorContainer(own)) {
            assertThat(emulator.getExposedPorts()).containsExactly(8090);
        }
    }

    /** The secrets are those of the emulator unless others are given, and its addresses are answered. */
    @Test
    void tellsWhereTheEmulatorIs() throws Exception {
        AccountSettings demo = AccountSettings.demo();
        try (Emulator process = Emulator.start(0, new FakeWhatsApp(demo, MovableClock.ticking()));
                TertuliaEmulatorContainer emulator = new Started(process.port());
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> state = client.send(
                    HttpRequest.newBuilder(URI.create(emulator.controlUrl() + "/state")).build(),
                    BodyHandlers.ofString());
            HttpResponse<String> groups = client.send(
                    HttpRequest.newBuilder(URI.create(emulator.graphUrl() + "/v25.0/" + emulator.phoneNumberId()
                            + "/groups")).header("Authorization", "Bearer " + emulator.accessToken()).build(),
                    BodyHandlers.ofString());

            assertThat(state.statusCode()).isEqualTo(200);
            assertThat(groups.statusCode()).as(groups.body()).isEqualTo(200);
            assertThat(emulator.appSecret()).isEqualTo(demo.appSecret());
            assertThat(emulator.verifyToken()).isEqualTo(demo.verifyToken());
        }
    }
}
