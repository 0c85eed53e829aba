package dev.tertulia.moderation.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.testkit.BotTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The counts of all processes are added up, each once. */
@BotTest(CanaryReportTest.SilentBot.class)
class CanaryReportTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Versions NEW = new Versions("new", "old", 10);

    private final Logs logs;

    CanaryReportTest(Logs logs) {
        this.logs = logs;
    }

    /** A bot that does nothing; the test needs only a store. */
    @Bot
    static final class SilentBot {

        @OnCommand("nothing")
        void nothing() {}
    }

    private static void judge(CanaryCounts counts, Versions versions, String version, int events) {
        for (int i = 0; i < events; i++) {
            counts.add(versions, version, On.MESSAGE, List.of(), NOW.plusSeconds(i));
        }
    }

    @Test
    void processesCountTogether() {
        CanaryCounts one = new CanaryCounts(logs, "one");
        CanaryCounts other = new CanaryCounts(logs, "other");

        judge(one, NEW, "new", 3);
        one.store();
        one.store();
        judge(one, NEW, "new", 2);
        judge(one, NEW, "old", 10);
        judge(other, NEW, "new", 4);
        judge(other, NEW, "another", 4);
        one.store();
        other.store();

        CanaryReport report = CanaryReport.latest(logs).orElseThrow();
        assertThat(report.latest()).isEqualTo(
                new CanaryReport.Side("new", Map.of("message", 9L), NOW, NOW.plusSeconds(3)));
        assertThat(report.before()).isEqualTo(
                new CanaryReport.Side("old", Map.of("message", 10L), NOW, NOW.plusSeconds(9)));
        assertThat(logs.log(CanaryCounts.NAME, Duration.ofDays(1)).read(0, Log.MOST_AT_ONCE))
                .as("one entry for each process and version").hasSize(3);
    }

    @Test
    void theLatestComparisonCounts() {
        CanaryCounts counts = new CanaryCounts(logs, "one");
        judge(counts, NEW, "new", 3);
        counts.store();

        judge(counts, new Versions("newer", "old", 20), "newer", 1);
        counts.store();

        CanaryReport report = CanaryReport.latest(logs).orElseThrow();
        assertThat(report.percent()).isEqualTo(20);
        assertThat(report.latest().judged()).isEqualTo(Map.of("message", 1L));
        assertThat(report.before()).isEqualTo(new CanaryReport.Side("old", Map.of(), null, null));
    }
}
