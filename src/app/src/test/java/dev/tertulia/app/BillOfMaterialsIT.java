package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The application's {@code bom.json} lists its components, and nothing else. */
class BillOfMaterialsIT {

    private static final Path APP = Path.of(System.getProperty("app"));

    private static JsonNode bom() throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(APP.resolve("bom.json")));
    }

    private static String jar(JsonNode component) {
        return component.path("name").asText() + "-" + component.path("version").asText() + ".jar";
    }

    private static Set<String> jars(String folder) throws IOException {
        try (Stream<Path> jars = Files.list(APP.resolve(folder))) {
            return jars.map(jar -> jar.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void listsEveryJarWithItsVersion() throws IOException {
        Set<String> listed = new TreeSet<>();
        bom().path("components").forEach(component -> listed.add(jar(component)));

        assertThat(listed).isEqualTo(jars("lib"));
    }

    @Test
    void isAboutTheBots() throws IOException {
        JsonNode subject = bom().at("/metadata/component");

        assertThat(jars("bots")).contains(jar(subject));
        assertThat(subject.path("type").asText()).isEqualTo("application");
    }

    @Test
    void isTheSameWhenBuiltAgain() throws IOException {
        assertThat(bom().path("metadata").has("timestamp")).isFalse();
        assertThat(bom().has("serialNumber")).isFalse();
    }

    @Test
    void tellsPurlsAndDigests() throws IOException {
        List<JsonNode> components = bom().path("components").valueStream().toList();

        assertThat(components).allSatisfy(component -> {
            assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
            assertThat(component.path("hashes")).as(component.path("name").asText()).isNotEmpty();
        });
    }
}
