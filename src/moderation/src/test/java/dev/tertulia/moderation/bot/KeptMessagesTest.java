package dev.tertulia.moderation.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import dev.tertulia.bot.Groups;
import dev.tertulia.fleet.Logs;
import dev.tertulia.message.Member;
import dev.tertulia.moderation.backtest.BackTest;
import dev.tertulia.moderation.backtest.History;
import dev.tertulia.moderation.backtest.LogHistory;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestGroup;
import dev.tertulia.testkit.TestMember;
import dev.tertulia.testkit.WithApproval;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages are kept with all that other rules may ask for, and erased with their person. */
@ExtendWith(KeptMessagesTest.OnlyHistory.class)
@BotTest(value = ModerationBot.class, properties = "tertulia.moderation=target/history.yml")
class KeptMessagesTest {

    private static final Duration KEEP = Duration.ofDays(400);

    /** Writes a file that keeps messages and has one rule, before the bot is created. */
    static final class OnlyHistory implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext test) throws IOException {
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", "history.yml"), "history: { keep: 30d }\n" + rule(
                    "{ all: true }", "when: { words: [casino] }"));
        }
    }

    private final Logs logs;

    KeptMessagesTest(Logs logs) {
        this.logs = logs;
    }

    private static String rule(String groups, String rule) {
        return "policies: [ { name: p, groups: %s, rules: [ { name: r, %s, then: [ { note: true } ] } ] } ]"
                .formatted(groups, rule);
    }

    private long hits(String groups, String rule) throws IOException {
        return BackTest.run(RuleFile.read(rule(groups, rule), Path.of("")), null,
                new LogHistory(logs.log(LogHistory.NAME, KEEP), Instant.EPOCH), History.Progress.SILENT).hit();
    }

    @Test
    void rulesThatNobodyHadThoughtOfCanBeTried(TestGroup group, @WithApproval TestGroup guarded, Groups groups)
            throws IOException {
        groups.group(group.id()).label("tea");
        TestMember ben = group.join("Ben");
        ben.says("hello");
        guarded.asksToJoin("Eve");

        assertThat(hits("{ label: tea }", "when: { newcomer: 1h }")).isEqualTo(1);
        assertThat(hits("{ label: other }", "when: { newcomer: 1h }")).isZero();
        assertThat(hits("{ all: true }", "on: join_request")).isEqualTo(1);
        assertThat(hits("{ all: true }", "on: join")).isEqualTo(1);
    }

    @Test
    void personIsErasedEverywhere(TestGroup group, Groups groups) throws IOException {
        TestMember ana = group.member("Ana");
        String message = ana.says("casino");
        group.member("Ben").says("casino");
        new Examples(logs).add(Trail.of(logs, KEEP).find("100").orElseThrow(), groups.group(group.id()),
                Instant.now());

        PersonEraser.Erased erased = new PersonEraser(logs, KEEP).erase(Member.of(ana.phone()), Instant.now());

        assertThat(erased.entries()).isEqualTo(1);
        assertThat(erased.messages()).isPositive();
        assertThat(erased.examples()).isEqualTo(1);
        assertThat(hits("{ all: true }", "when: { words: [casino] }")).isEqualTo(1);
        assertThat(List.of(LogHistory.NAME, "moderation-examples")).allSatisfy(name -> assertThat(
                logs.log(name, KEEP).read(0, 100)).isNotEmpty().noneMatch(
                        entry -> entry.body().contains("Ana") || entry.body().contains(ana.phone())));
        assertThat(List.of(LogHistory.NAME, Trail.NAME)).allSatisfy(name -> assertThat(
                logs.log(name, KEEP).read(0, 100)).isNotEmpty().noneMatch(
                        entry -> entry.key().contains(message)
                                || entry.body().contains(message)));
    }
}
