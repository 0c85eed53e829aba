package dev.tertulia.server.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import dev.tertulia.graph.ErrorCatalogue;
import dev.tertulia.server.settings.ApplicationVersion;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine line = Commands.line().setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @Test
    void explainsACode() {
        assertThat(line.execute("errors", "131047")).isZero();

        assertThat(out.toString().lines()).containsExactly("131047 Window is shut",
                "  What it means:      More than 24 hours have passed since somebody wrote in the group.",
                "  What to do:         Nothing; the fallback of the notice is taken.",
                "  What Tertulia does: The window counts as shut: the notice says what follows.");
    }

    @Test
    void explainsACodeInJson() {
        assertThat(line.execute("errors", "131047", "--json")).isZero();

        assertThat(out.toString().lines()).containsExactly("{\"codes\":\"131047\",\"title\":\"Window is shut\","
                + "\"meaning\":\"More than 24 hours have passed since somebody wrote in the group.\","
                + "\"advice\":\"Nothing; the fallback of the notice is taken.\",\"disposition\":\"FALLBACK\","
                + "\"consequence\":\"The window counts as shut: the notice says what follows.\"}");
    }

    @Test
    void listsAllCodesInJson() {
        assertThat(line.execute("errors", "--json")).isZero();

        assertThat(out.toString().lines()).singleElement().asString().startsWith("[{\"codes\":\"0\",")
                .endsWith("}]");
    }

    @Test
    void explainsACodeOfARange() {
        assertThat(line.execute("errors", "204")).isZero();

        assertThat(out.toString()).startsWith("200-299 Permission denied");
    }

    @Test
    void listsAllCodes() {
        assertThat(line.execute("errors")).isZero();

        assertThat(out.toString().lines()).hasSize(ErrorCatalogue.all().size()).startsWith("0        Not authenticated",
                "1        API unknown error").endsWith("147005   Username problem");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--help | Usage: tertulia [-hV] [COMMAND]",
            "errors --help | Usage: tertulia errors [-hV] [--json] [CODE]",
            "letters --help | Usage: tertulia dead-letters [-hV] [--json] [--from=ID] [--number=ID] [KIND]",
            "letters retry --help | Usage: tertulia dead-letters retry [-hV] [--json] [--number=ID] ID",
            "cases list --help | Usage: tertulia cases list [-hV] [--json] [--group=ID] [--limit=NUMBER]",
            "cases export --help | Usage: tertulia cases export [-hV] [--json] [--format=FORMAT] [--number=ID]",
            "costs --help | Usage: tertulia costs [-hV] [--json] [--number=ID] [DAYS]"})
    void helps(String words, String usage) {
        assertThat(line.execute(words.split(" "))).isZero();

        assertThat(out.toString()).startsWith(usage);
    }

    @Test
    void tellsItsVersion() {
        assertThat(line.execute("--version")).isZero();

        assertThat(out.toString().lines()).containsExactly("Tertulia " + ApplicationVersion.text());
    }

    @Test
    void saysThatItDoesNotKnowACode() {
        assertThat(line.execute("errors", "131999")).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly("No documented error has the code 131999; list them all with: errors");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "errors many | Invalid value for positional parameter at index 0 (CODE): 'many' is not an int",
            "errors 1 2 | Unmatched argument at index 2: '2'", "serve | Unmatched argument at index 0: 'serve'",
            "--port=1 | Unknown option: '--port=1'",
            "trigger reset --emulator localhost:8080 | Invalid value for option '--emulator': 'localhost:8080' is not an address; write one such as http://localhost:8080",
            "lanes --server /prometheus | Invalid value for option '--server': '/prometheus' is not an address; write one such as http://localhost:8080",
            "doctor --webhook bots.example.org/webhook | Invalid value for option '--webhook': 'bots.example.org/webhook' is not an address; write one such as http://localhost:8080",
            "listen tea.example.org | Invalid value for positional parameter at index 0 (URL): 'tea.example.org' is not an address; write one such as http://localhost:8080",
            "groups --limit -1 | --limit is -1; write a number of at least 1",
            "inbox --limit 0 | --limit is 0; write a number of at least 1",
            "outbox --limit -1 | --limit is -1; write a number of at least 1",
            "replay file.jsonl --speed -2 | --speed is -2.0; write how many times as fast, such as 10, or 0",
            "replay file.jsonl --speed NaN | --speed is NaN; write how many times as fast, such as 10, or 0"})
    void explainsWhatItDoesNotUnderstand(String words, String message) {
        assertThat(line.execute(words.split(" "))).isEqualTo(2);

        assertThat(err.toString().lines()).containsExactly(message, "Try --help.");
    }
}
