package dev.tertulia.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micronaut.runtime.server.EmbeddedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.server.settings.BadSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The HTTP server has the settings in each form in which they may be written. */
class ServedSettingsTest {

    private static final List<String> KEYS = List.of("tertulia.host", "tertulia.management.port",
            "tertulia.management.visible", "tertulia.largest-delivery", "tertulia.most-connections",
            "tertulia.request-deadline", "tertulia.log-format", "tertulia.command-prefix", "tertulia.moderation-reload",
            "tertulia.demo.access");

    @TempDir
    private Path folder;

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content + "\n").toString();
    }

    @Test
    void aFileMayContainThePort() throws IOException {
        int port = Ports.free();

        try (Application demo = Application.start(Map.of("tertulia.port-file", file("port", "" + port)))) {
            assertThat(demo.url().getPort()).isEqualTo(port);
        }
    }

    @Test
    void theAddressInAFileIsChecked() throws IOException {
        Map<String, Object> everywhere = Map.of("tertulia.port", 0, "tertulia.host-file", file("host", "0.0.0.0"));

        assertThatExceptionOfType(BadSettings.class).isThrownBy(() -> Application.start(everywhere).close())
                .withMessageContaining("TERTULIA_HOST (tertulia.host) lets other machines reach it");
    }

    @Test
    void whiteSpaceAroundThemDoesNotMatter() {
        int port = Ports.free();

        try (Application demo = Application.start(Map.of("tertulia.port", " " + port + " ", "tertulia.host",
                " 127.0.0.1 ", "tertulia.most-connections", " 300 ", "tertulia.request-deadline", " 9s "))) {
            assertThat(demo.url().getPort()).isEqualTo(port);
        }
    }

    @Test
    void blankOnesAreAsIfTheyWereNotSet() {
        Map<String, Object> blank = new HashMap<>(Map.of("tertulia.port", 0));
        KEYS.forEach(key -> blank.put(key, " "));

        try (Application demo = Application.start(blank)) {
            assertThat(demo.bean(EmbeddedServer.class).getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void theManagementPortIsAnotherOne() {
        int port = Ports.free();

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(() -> new LiveServer(Map.of("tertulia.port", port, "tertulia.management.port", port))
                        .close())
                .withMessage(("TERTULIA_MANAGEMENT_PORT (tertulia.management.port) is '%d', the port of everything"
                        + " else; write another one, because everything is shown there.").formatted(port));
    }
}
