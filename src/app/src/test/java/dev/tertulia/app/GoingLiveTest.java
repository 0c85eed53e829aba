package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/going-live.md} lists the templates that the bundled bots need, as they are declared. */
class GoingLiveTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z_]+)` \\| `([^`]+)` \\| `\\w+Bot` \\|");

    @Test
    void listsTheTemplatesOfTheBundledBots() throws IOException {
        Set<String> declared = new TreeSet<>();
        for (JsonNode template : new ObjectMapper()
                .readTree(ROOT.resolve("bots/src/main/resources/whatsapp/templates.json").toFile())) {
            declared.add(template.path("name").asText() + ": " + template.path("body").asText());
        }
        Set<String> listed = new TreeSet<>();
        ROW.matcher(Files.readString(ROOT.resolve("docs/going-live.md"))).results()
                .forEach(row -> listed.add(row.group(1) + ": " + row.group(2)));

        assertThat(listed).isNotEmpty().isEqualTo(declared);
    }
}
