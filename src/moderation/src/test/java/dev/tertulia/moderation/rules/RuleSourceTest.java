package dev.tertulia.moderation.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A rule file is known to be unchanged by the times and sizes of its files. */
class RuleSourceTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final FileTime LATER = FileTime.from(Instant.parse("2020-01-01T00:00:01Z"));

    @TempDir
    private Path folder;

    private Path file;
    private Path list;

    @BeforeEach
    void write() throws IOException {
        file = write("rules.yml", LONG_AGO, "policies: [ { name: p, groups: { all: true }, rules: [ { name: r,"
                + " when: { words: { file: words.txt } }, then: [ { note: true } ] } ] } ]");
        list = write("words.txt", LONG_AGO, "casino");
    }

    private Path write(String name, FileTime time, String text) throws IOException {
        return Files.setLastModifiedTime(Files.writeString(folder.resolve(name), text), time);
    }

    @Test
    void filesWithTheSameTimesAndSizesAreNotReadAgain() throws IOException {
        RuleSource source = RuleSource.read(file);

        write("words.txt", LONG_AGO, "poker1");

        assertThat(source.isCurrent()).isTrue();
    }

    @Test
    void anotherTimeOrSizeIsAChange() throws IOException {
        RuleSource source = RuleSource.read(file);

        write("words.txt", LATER, "poker1");
        assertThat(source.isCurrent()).isFalse();
        write("words.txt", LONG_AGO, "poker12");
        assertThat(source.isCurrent()).isFalse();
        Files.delete(list);
        assertThat(source.isCurrent()).isFalse();
        write("words.txt", LONG_AGO, "casino");
        write("rules.yml", LATER, source.text());
        assertThat(source.isCurrent()).isFalse();
        assertThat(RuleSource.read(file).isLike(source)).isTrue();
    }

    /** A second change within the same unit of time would leave the time as it is. */
    @Test
    void aFileThatHasJustChangedIsReadAgain() throws IOException {
        write("words.txt", FileTime.from(Instant.now()), "casino");

        assertThat(RuleSource.read(file).isCurrent()).isFalse();
    }

    @Test
    void aWrongFileHasProblemsInsteadOfRules() throws IOException {
        Files.delete(list);

        RuleSource source = RuleSource.read(file);

        assertThat(source.rules()).isEmpty();
        assertThat(source.problems()).singleElement().asString().contains("there is no file words.txt");
        assertThat(source.isCurrent()).isTrue();
        write("words.txt", LONG_AGO, "casino");
        assertThat(source.isCurrent()).isFalse();
    }
}
