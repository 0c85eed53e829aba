package dev.tertulia.moderation.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.moderation.backtest.BadLines.BadLine;
import dev.tertulia.moderation.backtest.PastEvent.Person;
import dev.tertulia.moderation.judge.Post.Forwarding;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryFileTest {

    private static final PastEvent EVENT = new PastEvent(Instant.parse("2026-03-01T12:00:00Z"), "g1",
            Set.of("community"), new Person("US.1", "Ana", "34600000001", Instant.parse("2026-01-01T00:00:00Z")),
            "text",
            "hello", Forwarding.FORWARDED);

    @TempDir
    private Path folder;

    private final List<PastEvent> events = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    private BadLines read(String text) throws IOException {
        return new HistoryFile(Files.writeString(folder.resolve("history.jsonl"), text)).forEach((line, event) -> {
            lines.add(line);
            events.add(event);
        }, History.Progress.SILENT);
    }

    @Test
    void readsTheKeysOfAnExport() throws IOException {
        BadLines bad = read("""
                {"at":"2026-03-01T13:00:00+01:00","group":"g1","labels":["community"],"member":"US.1","name":"Ana",\
                "phone":"+34 600 000 001","joined":"2026-01-01T00:00:00Z","type":"text","text":"hello","forwarded":true}

                {"at":1772366400,"group":"g1","phone":"34600000002","type":"image","forwarded":"often","more":1}
                """);

        assertThat(bad.count()).isZero();
        assertThat(lines).containsExactly(1L, 3L);
        assertThat(events).containsExactly(EVENT, new PastEvent(Instant.parse("2026-03-01T12:00:00Z"), "g1", Set.of(),
                new Person("34600000002", "", "34600000002", null), "image", "", Forwarding.OFTEN));
    }

    @Test
    void readsWhatItWrites() throws IOException {
        read(HistoryLine.write(EVENT));

        assertThat(events).containsExactly(EVENT);
    }

    @Test
    void mayBeginWithTheMarkOfUtf8() throws IOException {
        assertThat(read("\uFEFF" + HistoryLine.write(EVENT)).count()).isZero();
        assertThat(events).containsExactly(EVENT);
    }

    @Test
    void skipsBadLinesAndSaysWhy() throws IOException {
        BadLines bad = read("""
                not JSON
                [1]
                {"group":"g1","member":"1"}
                {"at":"yesterday","group":"g1","member":"1"}
                {"at":"-999999999-01-01T00:00:00Z","group":"g1","member":"1"}
                {"at":"2026-03-01T12:00:00Z","member":"1"}
                {"at":"2026-03-01T12:00:00Z","group":"g1"}
                {"at":"2026-03-01T12:00:00Z","group":"g1","member":"1","text":["a"]}
                {"at":"2026-03-01T12:00:00Z","group":"g1","member":"1","text":"%s"}
                """.formatted("x".repeat(300_000)) + HistoryLine.write(EVENT));

        assertThat(events).containsExactly(EVENT);
        assertThat(bad.count()).isEqualTo(9);
        assertThat(bad.first()).containsExactly(
                new BadLine(1,
                        "it is no JSON: Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
                new BadLine(2, "it is no JSON object"),
                new BadLine(3, "'at' is missing; write a time such as 2026-01-31T22:30:00Z"),
                new BadLine(4, "'at' is no time: yesterday; write one such as 2026-01-31T22:30:00Z"),
                new BadLine(5, "'at' is no time: -999999999-01-01T00:00:00Z; write one such as 2026-01-31T22:30:00Z"),
                new BadLine(6, "'group' is missing; write the id of the group"),
                new BadLine(7, "'member' is missing; write an id of the person, or a phone"),
                new BadLine(8, "'text' is a text, not a list"),
                new BadLine(9, "it has more than 200000 characters"));
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("h.jsonl"), (HistoryLine.write(EVENT) + "\n").repeat(1_000));
        List<Long> done = new ArrayList<>();

        new HistoryFile(file).forEach((line, event) -> {}, (part, all) -> {
            assertThat(all).isEqualTo(file.toFile().length());
            done.add(part);
        });

        assertThat(done).isSorted().last().isEqualTo(file.toFile().length());
    }
}
