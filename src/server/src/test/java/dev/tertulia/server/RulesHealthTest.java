package dev.tertulia.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.moderation.rules.RuleFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Health and metrics show that a changed rule file is refused, why, and which version stays in force. */
class RulesHealthTest {

    private static final String RULES = """
            policies:
              - name: p
                groups: { all: true }
                rules: [ { name: r, when: { words: [casino] }, then: [ { note: true } ] } ]
            """;

    private static String health(LiveServer server) {
        return server.meta().get("/health").body();
    }

    private static String metrics(LiveServer server) {
        return server.meta().get("/prometheus").body();
    }

    @Test
    void aRefusedFileIsShownUntilItIsMended(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rules.yml"), RULES);
        String version = RuleFile.read(file).id();
        try (LiveServer server = new LiveServer(
                Map.of("tertulia.moderation", file.toString(), "tertulia.moderation-reload", "50ms"))) {
            assertThat(health(server)).contains(version).doesNotContain("DEGRADED", "refused");
            assertThat(metrics(server)).contains("tertulia_rules_refused 0.0");

            Files.writeString(file, RULES.replace("words:", "wrds:"));

            await().untilAsserted(() -> assertThat(health(server)).contains("DEGRADED", version,
                    "line 4, column 33: 'wrds' is no key of 'when'; do you mean 'words'?"));
            assertThat(metrics(server)).contains("tertulia_rules_refused 1.0");
            assertThat(server.meta().get("/health/readiness").statusCode()).isEqualTo(200);

            Files.writeString(file, RULES.replace("casino", "poker"));

            await().untilAsserted(() -> assertThat(health(server)).contains(RuleFile.read(file).id())
                    .doesNotContain("DEGRADED", "refused"));
            assertThat(metrics(server)).contains("tertulia_rules_refused 0.0");
        }
    }
}
