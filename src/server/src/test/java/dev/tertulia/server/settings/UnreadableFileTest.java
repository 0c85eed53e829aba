package dev.tertulia.server.settings;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.server.cli.Commands;

import static org.assertj.core.api.Assertions.assertThat;

/** A file of settings that is no YAML is named with the place of the mistake, and nothing of it is shown. */
class UnreadableFileTest {

    private static final String FILES = "micronaut.config.files";
    private static final String SENTENCE = "config/application.yml is not valid YAML in line %s, column %s; indent keys of"
            + " one level equally, with spaces, and write values with special characters in quotation marks.";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(FILES);
    }

    private int run(String content, String... words) throws IOException {
        Path file = Files.writeString(folder.resolve("application.yml"), content.replace("\\n", "\n"));
        System.setProperty(FILES, file.toString());
        return Commands.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"whatsapp:\\n  app-secret: hunter2\\n verify-token: hunter2 | 3 | 2",
            "whatsapp:\\n\tapp-secret: hunter2 | 2 | 1", "whatsapp: {app-secret: hunter2 | 1 | 31",
            "whatsapp:\\n  app-secret: @hunter2 | 2 | 15", "whatsapp:\\n  app-secret: *hunter2 | 2 | 15"})
    void isNamedInOneSentence(String content, String line, String column) throws IOException {
        assertThat(run(content, "groups")).isEqualTo(1);

        assertThat(err.toString().lines()).containsExactly(SENTENCE.formatted(line, column));
    }

    @Test
    void isAFindingOfTheDoctor() throws IOException {
        assertThat(run("tertulia:\\n  help: true\\n language: en", "doctor", "--json")).isEqualTo(1);

        assertThat(out.toString().strip()).startsWith("{\"exitCode\":1,\"findings\":[{\"check\":\"settings\"")
                .contains(SENTENCE.formatted(3, 2)).endsWith("}]}");
        assertThat(err.toString()).isEmpty();
    }
}
