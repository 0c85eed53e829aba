package dev.tertulia.moderation.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.moderation.judge.Classifier;
import dev.tertulia.moderation.rules.RuleFile;

import static org.assertj.core.api.Assertions.assertThat;

/** A changed rule file is taken over whole, or not at all. */
class WatchedFileTest {

    private static final String RULES = """
            policies:
              - name: p
                groups: { all: true }
                rules: [ { name: r, when: { words: [%s] }, then: [ { note: true } ] } ]
            """;

    /** What is written while the file is looked at, one text a pause. */
    private final Deque<String> written = new ArrayDeque<>();

    private Path file;
    private WatchedFile watched;

    @BeforeEach
    void start(@TempDir Path folder) {
        file = folder.resolve("rules.yml");
        write(RULES.formatted("casino"));
        watched = new WatchedFile(file, () -> {
            if (!written.isEmpty()) {
                write(written.pop());
            }
        }, Classifier.NONE);
    }

    private void write(String rules) {
        try {
            Files.writeString(file, rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String idOf(String rules) {
        return RuleFile.read(rules, file.getParent()).id();
    }

    @Test
    void takesOverAChangedFile() {
        write(RULES.formatted("poker"));

        watched.look();

        assertThat(watched.current().id()).isEqualTo(idOf(RULES.formatted("poker")));
        assertThat(watched.current().text()).isEqualTo(RULES.formatted("poker"));
    }

    @Test
    void waitsUntilAFileLooksTheSameTwice() {
        String before = watched.current().id();
        write("policies: []");
        written.add(RULES.formatted("poker"));

        watched.look();
        assertThat(watched.current().id()).as("while it is written").isEqualTo(before);
        watched.look();

        assertThat(watched.current().id()).isEqualTo(idOf(RULES.formatted("poker")));
    }

    @Test
    void keepsTheOldRulesAndSaysWhatIsWrong() {
        RuleVersion before = watched.current();
        write("polcies: []");

        watched.look();

        assertThat(watched.current()).isSameAs(before);
        assertThat(watched.problems()).singleElement()
                .hasToString("line 1, column 1: 'polcies' is no key of a rule file; do you mean 'policies'?");
        write(before.text());
        watched.look();
        assertThat(watched.current()).as("the same rules are not compiled again").isSameAs(before);
        assertThat(watched.problems()).isEmpty();
    }

    @Test
    void noticesAChangedList() throws IOException {
        Path list = file.resolveSibling("words.txt");
        write(RULES.formatted("casino").replace("[casino]", "{ file: words.txt }"));
        watched.look();
        assertThat(watched.problems()).singleElement().asString().contains("there is no file words.txt");

        Files.writeString(list, "casino\n");
        watched.look();
        RuleVersion first = watched.current();
        Files.writeString(list, "poker1\n");
        watched.look();

        assertThat(watched.problems()).isEmpty();
        assertThat(watched.current().text()).isEqualTo(first.text());
        assertThat(watched.current().id()).isNotEqualTo(first.id());
    }
}
