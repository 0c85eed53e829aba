package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** Containers have only the privileges that they need, and no secret appears in a list of processes. */
class ContainersTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final String EXACT = "[a-z/-]+:v?[0-9]+(\\.[0-9]+){2}[a-z0-9_.-]*";

    @SuppressWarnings("unchecked") // a compose file is maps of maps
    private static Map<String, Object> compose(String... path) throws IOException {
        Map<String, Object> found = new Yaml().load(Files.readString(ROOT.resolve("compose.yaml")));
        for (String key : path) {
            found = (Map<String, Object>) found.get(key);
        }
        return found;
    }

    private static List<String> dockerfile() throws IOException {
        return Files.readAllLines(ROOT.resolve("Dockerfile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tertulia", "proxy", "redis", "prometheus", "grafana"})
    void mayDoNoMoreThanItNeeds(String name) throws IOException {
        Map<String, Object> service = compose("services", name);

        assertThat(service).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsEntry("restart", "unless-stopped").doesNotContainKey("privileged");
        assertThat(compose("services", name, "deploy", "resources", "limits")).containsKey("memory");
    }

    @Test
    void secretsAreFiles() throws IOException {
        Map<String, Object> variables = compose("services", "tertulia", "environment");

        assertThat(variables).containsOnlyKeys("WHATSAPP_ACCESS_TOKEN_FILE", "WHATSAPP_APP_SECRET_FILE",
                "WHATSAPP_VERIFY_TOKEN_FILE", "REDIS_URI_FILE", "WHATSAPP_PHONE_NUMBER_ID",
                "WHATSAPP_BUSINESS_ACCOUNT_ID", "TERTULIA_MANAGEMENT_PORT", "TERTULIA_LOG_FORMAT");
        Set<String> files = compose("secrets").keySet();
        assertThat(variables.entrySet()).filteredOn(variable -> variable.getKey().endsWith("_FILE"))
                .allMatch(variable -> files.contains(variable.getValue().toString().replace("/run/secrets/", "")));
    }

    @Test
    void onlyTheProxyIsPublic() throws IOException {
        assertThat(compose("services", "proxy")).containsEntry("ports", List.of("443:8443"));
        for (String inside : List.of("tertulia", "redis", "prometheus")) {
            assertThat(compose("services", inside)).doesNotContainKey("ports");
        }
        assertThat((List<?>) compose("services", "grafana").get("ports"))
                .allMatch(port -> port.toString().startsWith("127.0.0.1:"));
        assertThat(compose("networks", "data")).containsEntry("internal", true);
    }

    @Test
    void redisForgetsNothingAndAsksForAPassword() throws IOException {
        String command = compose("services", "redis").get("command").toString();

        assertThat(command).contains("/run/secrets/redis-password", "requirepass", "appendonly yes",
                "maxmemory-policy noeviction");
    }

    @Test
    void imagesAreOfAnExactVersion() throws IOException {
        for (String service : List.of("proxy", "redis", "prometheus", "grafana")) {
            assertThat(compose("services", service).get("image").toString()).matches(EXACT);
        }
        assertThat(dockerfile()).filteredOn(line -> line.startsWith("FROM ")).hasSize(3)
                .allMatch(line -> line.matches("FROM " + EXACT + " AS [a-z]+"));
    }

    @Test
    void theProcessIsNobodyAndEndsWithoutMemory() throws IOException {
        assertThat(dockerfile()).filteredOn("USER 10001"::equals).hasSize(2);
        assertThat(dockerfile())
                .filteredOn(line -> line.startsWith("ENTRYPOINT") && line.contains("server.Application"))
                .singleElement().asString().contains("-XX:+ExitOnOutOfMemoryError", "-XX:MaxDirectMemorySize=",
                        "-XX:MaxRAMPercentage=");
    }
}
