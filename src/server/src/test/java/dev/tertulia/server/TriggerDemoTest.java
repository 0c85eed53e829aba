package dev.tertulia.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.server.cli.Commands;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands of the emulator against a running demo. */
class TriggerDemoTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Application demo, String... words) {
        out.getBuffer().setLength(0);
        return Commands.line(Map.of("tertulia.port", demo.url().getPort()), InstantSource.system())
                .setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(words);
    }

    @Test
    void printsWhatTheBotsAnswer() {
        try (Application demo = Application.start(Map.of("tertulia.port", 0, "tertulia.bots", "RecordingBot"))) {
            assertThat(run(demo, "trigger", "say", "--group", "football", "--member", "Ana", "/number 5", "--wait",
                    "20s")).isZero();

            assertThat(out.toString().lines()).hasSize(2).last().isEqualTo("Sunday football: answer 5");
        }
    }

    @Test
    void showsTheLanesOfARunningServer() {
        try (Application demo = Application.start(Map.of("tertulia.port", 0, "tertulia.bots", "RecordingBot"))) {
            assertThat(run(demo, "lanes")).isZero();
            assertThat(out.toString().lines()).contains(
                    "  lane           rate/s  at most/s    permit  waiting",
                    "  messages        80.00      80.00     0.0 s  nothing",
                    "  operations       1.00       1.00     0.0 s  nothing");

            assertThat(run(demo, "lanes", "--json")).isZero();
            assertThat(out.toString()).contains("{\"lane\":\"messages\",\"rate\":80.0,\"ceiling\":80.0,");
        }
    }

    @Test
    void saysWhichNumbersTheServerHas() {
        try (Application demo = Application.start(Map.of("tertulia.port", 0, "tertulia.bots", "RecordingBot"))) {
            assertThat(run(demo, "lanes", "--number", "1")).isEqualTo(2);

            assertThat(err.toString()).startsWith("'1' is not a phone number id of this server; the ids are ");
        }
    }
}
