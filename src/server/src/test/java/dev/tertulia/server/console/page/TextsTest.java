package dev.tertulia.server.console.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The console speaks English and Portuguese. */
class TextsTest {

    private static final Pattern KEY = Pattern.compile("frame\\.t\\(\"([a-z.]+[a-z])\"");

    private static Set<String> keys(Locale language) {
        return new TreeSet<>(ResourceBundle.getBundle("dev.tertulia.server.console.texts", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).keySet());
    }

    @Test
    void everythingIsTranslated() throws IOException {
        Path folder = Path.of("src", "main", "resources", "dev", "tertulia", "server", "console");
        Set<String> english = new TreeSet<>();
        Set<String> portuguese = new TreeSet<>();
        collect(folder.resolve("texts.properties"), english);
        collect(folder.resolve("texts_pt.properties"), portuguese);

        assertThat(portuguese).isEqualTo(english).hasSizeGreaterThan(100);
    }

    private static void collect(Path file, Set<String> keys) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> !line.startsWith("#") && line.contains("=")).map(line -> line.split("=", 2)[0])
                    .forEach(key -> assertThat(keys.add(key)).as(key).isTrue());
        }
    }

    @Test
    void templatesNameTextsThatExist() throws IOException {
        Set<String> known = keys(Locale.ENGLISH);
        try (Stream<Path> templates = Files.list(Path.of("src", "main", "jte"))) {
            for (Path template : templates.toList()) {
                assertThat(KEY.matcher(Files.readString(template)).results().map(found -> found.group(1)))
                        .as(template.toString()).allMatch(known::contains);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"pt-BR,pt", "'de,pt;q=0.5',pt", "en-GB,en", "de,en", "'',en", "'*;;nonsense',en"})
    void theBrowserChoosesTheLanguage(String header, String language) {
        assertThat(Texts.accepting(header).language()).isEqualTo(language);
    }
}
