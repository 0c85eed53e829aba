package dev.tertulia.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.Log.Draft;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.Samples;

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code rules}, as people run it. */
class RulesCommandTest {

    private static final String RULES = """
            version: 1
            policies:
              - name: community
                groups: { label: community }
                rules:
                  - name: foreign-links
                    when: { links: { not_in: [example.org] } }
                    unless: { staff: true, member_for: 90d }
                    then: [ { strike: 1 }, { reply: "No links, {name}." } ]
                  - { name: shouting, mode: enforce, when: { capitals: 70% }, then: [ { note: true } ] }
                  - { name: later, mode: draft, when: { words: [spam] }, then: [ { note: true } ] }
            """;
    private static final String HISTORY = """
            {"at":"2026-02-01T10:00:00Z","group":"g1","labels":["community"],"member":"US.1","name":"Ana","type":"text","text":"see example.com"}
            {"at":"2026-02-01T10:01:00Z","group":"g1","labels":["community"],"member":"US.2","name":"Ben","type":"text","text":"see example.org"}
            nonsense
            {"at":"2026-02-03T10:00:00Z","group":"g2","labels":["community"],"member":"US.1","name":"Ana","type":"text","text":"spam \\u001b[31m x.example.net"}
            """;

    @TempDir
    private Path folder;

    private Path rules;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        rules = write("rules.yml", RULES);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(Map<String, Object> properties, String... words) {
        out = new StringWriter();
        err = new StringWriter();
        return Commands.line(properties, InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")))
                .setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(words);
    }

    private int run(Object... words) {
        return run(Map.of(), List.of(words).stream().map(Object::toString).toArray(String[]::new));
    }

    private List<String> answer() {
        return out.toString().replace(folder.toString(), "DIR").lines().map(String::stripTrailing).toList();
    }

    private List<String> complaint() {
        return err.toString().replace(folder.toString(), "DIR").lines().toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "rules --help | Usage: tertulia rules [-hV] [--json] [COMMAND]",
            "rules check --help | Usage: tertulia rules check [-hV] [--json] [FILE]",
            "rules test --help | Usage: tertulia rules test [-hV] [--classify] [--json] --cases=FILE [FILE]",
            "rules backtest --help | Usage: tertulia rules backtest [-hV] [--classify] [--json] [--against=FILE]",
            "rules diff --help | Usage: tertulia rules diff [-hV] [--json] A B"})
    void helps(String words, String usage) {
        assertThat(run((Object[]) words.split(" "))).isZero();

        assertThat(out.toString()).startsWith(usage);
    }

    @Test
    void wantsToKnowWhatToDo() {
        assertThat(run("rules")).isEqualTo(2);

        assertThat(complaint()).containsExactly(
                "Write what to do: rules check, test, backtest, diff, explain or canary.",
                "Try --help.");
    }

    @Test
    void checksAFile() {
        assertThat(run("rules", "check", rules)).isZero();

        assertThat(answer()).first().isEqualTo("DIR/rules.yml: its labels are not compared with those of the groups."
                + " The server keeps its data in memory, where no other process can read it; set REDIS_URI to use"
                + " Redis.");
        assertThat(answer()).last().asString().matches(
                "DIR/rules\\.yml: 1 policies, 3 rules \\(1 enforced, 1 in shadow, 1 drafts\\), version [0-9a-f]{10}");
        assertThat(complaint()).isEmpty();
    }

    @Test
    void checksTheConfiguredFile() {
        assertThat(run(Map.of("tertulia.moderation", rules.toString()), "rules", "check")).isZero();

        assertThat(answer()).last().asString().startsWith("DIR/rules.yml: 1 policies");
    }

    @Test
    void namesLabelsThatNoGroupHas() {
        CommandBench bench = new CommandBench();
        bench.stores.labels().change(new LabelChange("g1", "comunity", true));

        assertThat(bench.run("rules", "check", rules.toString())).isZero();
        assertThat(bench.answer()).hasSize(2).first().asString().endsWith("rules.yml: line 4, column 22: no group has"
                + " the label 'community'; the nearest one that a group has is 'comunity' (warning)");

        bench.stores.labels().change(new LabelChange("g1", "community", true));
        assertThat(bench.run("rules", "check", rules.toString())).isZero();
        assertThat(bench.answer()).hasSize(1);
        assertThat(bench.run("rules", "check", rules.toString(), "--json")).isZero();
        assertThat(bench.answer()).singleElement().asString().endsWith("\"problems\":[],\"warnings\":[]}");
    }

    @Test
    void saysWhereAFileIsWrongAndWhatToWrite() throws IOException {
        Path wrong = write("wrong.yml", RULES.replace("mode: enforce", "mode: enforced").replace("links:", "lnks:"));

        assertThat(run("rules", "check", wrong)).isEqualTo(1);

        assertThat(answer()).isEmpty();
        assertThat(complaint()).containsExactly(
                "DIR/wrong.yml: line 7, column 17: 'lnks' is no key of 'when'; do you mean 'links'?",
                "DIR/wrong.yml: line 10, column 33: 'mode' is draft, shadow, enforce, not 'enforced'; do you mean 'enforce'?");
    }

    @Test
    void saysWhereAFileIsWrongInJson() throws IOException {
        Path wrong = write("wrong.yml", "polcies: []");

        assertThat(run("rules", "check", wrong, "--json")).isEqualTo(1);

        assertThat(answer()).containsExactly("{\"file\":\"DIR/wrong.yml\",\"problems\":[{\"line\":1,\"column\":1,"
                + "\"message\":\"'polcies' is no key of a rule file; do you mean 'policies'?\"}],\"warnings\":[]}");
    }

    @Test
    void namesAFileThatIsMissing() {
        assertThat(run("rules", "check", folder.resolve("none.yml"))).isEqualTo(1);

        assertThat(complaint()).containsExactly("DIR/none.yml: line 1, column 1: there is no file DIR/none.yml");
    }

    @Test
    void showsWarnings() throws IOException {
        Path odd = write("odd.yml", RULES.replace("capitals: 70%", "hours: { from: 1:00, to: 2:00 }"));

        assertThat(run("rules", "check", odd)).isZero();

        assertThat(answer()).first()
                .isEqualTo("DIR/odd.yml: line 10, column 50: 'hours' has no zone, so these are hours of"
                        + " UTC; write for example zone: Europe/Madrid (warning)");
    }

    @Test
    void runsCases() throws IOException {
        Path cases = write("cases.yaml", """
                - { text: see example.com, who: { member_for: 2d }, expect: [foreign-links] }
                - { text: see example.com, expect: [foreign-links] }
                - { name: quiet, text: hello, expect: [] }
                """);

        assertThat(run("rules", "test", rules, "--cases", cases)).isEqualTo(1);

        assertThat(answer())
                .containsExactly("DIR/cases.yaml: line 2: 'see example.com': expected foreign-links, but hit"
                        + " nothing", "3 cases, 1 failed");
    }

    @Test
    void passesCases() throws IOException {
        Path cases = write("cases.yaml", "- { name: quiet, text: hello, expect: [] }");

        assertThat(run("rules", "test", rules, "--cases", cases)).isZero();
        assertThat(answer()).containsExactly("1 cases, 0 failed");
        assertThat(run("rules", "test", rules, "--cases", cases, "--json")).isZero();
        assertThat(answer()).containsExactly("{\"cases\":1,\"failed\":0,\"results\":[{\"line\":1,\"name\":\"quiet\","
                + "\"passed\":true,\"expected\":[],\"hit\":[]}]}");
    }

    @Test
    void saysWhereAFileOfCasesIsWrong() throws IOException {
        Path cases = write("cases.yaml", "- { txt: hello, expect: [] }");

        assertThat(run("rules", "test", rules, "--cases", cases)).isEqualTo(1);

        assertThat(complaint())
                .containsExactly("DIR/cases.yaml: line 1, column 5: 'txt' is no key of a case; do you mean"
                        + " 'text'?");
    }

    @Test
    void triesRulesOnHistory() throws IOException {
        Path history = write("history.jsonl", HISTORY);

        assertThat(run("rules", "backtest", rules, "--history", history)).isZero();

        assertThat(answer()).containsExactly("3 messages from 2026-02-01 10:00 to 2026-02-03 10:00 UTC, 2 of them hit",
                "rule                                         hits   people   groups  actions",
                "community/foreign-links (shadow)                2        1        2  reply 2, strike 2",
                "community/shouting (enforce)                    0        0        0  -",
                "community/later (draft)                         1        1        1  note 1", "",
                "foreign-links, for example:",
                "    2026-02-01 10:00  Ana in g1: see example.com   <- example.com",
                "    2026-02-03 10:00  Ana in g2: spam \\u001b[31m x.example.net   <- x.example.net", "",
                "later, for example:",
                "    2026-02-03 10:00  Ana in g2: spam \\u001b[31m x.example.net   <- spam");
        assertThat(complaint())
                .containsExactly("DIR/history.jsonl: line 3 is skipped: it is no JSON: Unrecognized token"
                        + " 'nonsense': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')");
    }

    @Test
    void triesRulesOnHistoryInJson() throws IOException {
        Path history = write("history.jsonl", HISTORY);

        assertThat(run("rules", "backtest", rules, "--history", history, "--json")).isZero();

        assertThat(answer()).singleElement().asString().contains("\"messages\":3,\"hit\":2,",
                "\"badLines\":1,", "\"actions\":{\"note\":1,\"reply\":2,\"strike\":2}",
                "\"rules\":{\"foreign-links\":{\"hits\":2,\"policy\":\"community\",\"mode\":\"shadow\",\"people\":1,"
                        + "\"groups\":2,\"actions\":{\"reply\":2,\"strike\":2},\"examples\":[{\"at\":\"2026-02-01T10:00:00Z\"",
                "\"shouting\":{\"hits\":0,");
    }

    @Test
    void comparesWithAnotherVersion() throws IOException {
        Path history = write("history.jsonl", HISTORY);
        Path other = write("other.yml",
                RULES.replace("[example.org]", "[example.com]").replace("name: later", "name: gone"));

        assertThat(run("rules", "backtest", rules, "--history", history, "--against", other)).isZero();

        assertThat(answer()).endsWith("foreign-links: 2 hits before, 2 now (1 more, 1 fewer)",
                "  + 2026-02-01 10:00  Ana in g1: see example.com   <- example.com",
                "  - 2026-02-01 10:01  Ben in g1: see example.org   <- example.org", "",
                "shouting: 0 hits before, 0 now (0 more, 0 fewer)", "",
                "later: 0 hits before, 1 now (1 more, 0 fewer)",
                "  + 2026-02-03 10:00  Ana in g2: spam \\u001b[31m x.example.net   <- spam", "",
                "gone: no longer a rule; it hit 1");
    }

    @Test
    void aHistoryThatCannotBeReadIsAnError() throws IOException {
        assertThat(run("rules", "backtest", rules, "--history", folder.resolve("none.jsonl"))).isEqualTo(1);
        assertThat(complaint()).containsExactly("There is no file DIR/none.jsonl that can be read.");

        assertThat(run("rules", "backtest", rules, "--history", write("bad.jsonl", "nonsense\n"))).isEqualTo(1);
        assertThat(answer()).containsExactly("0 messages");
    }

    @Test
    void triesRulesOnWhatTheServerHasKept() {
        CommandBench bench = new CommandBench();
        Log log = bench.stores.fleet().logs().log("moderation-history", Duration.ofDays(3650));
        for (int daysAgo : new int[]{9, 5, 1}) {
            Instant at = Samples.NOW.minus(Duration.ofDays(daysAgo));
            log.append(
                    new Draft("m" + daysAgo, at, Set.of(), "{\"at\":\"%s\",\"group\":\"g1\",\"labels\":[\"community\"],"
                            .formatted(at) + "\"member\":\"US.1\",\"text\":\"see example%d.com\"}".formatted(daysAgo)));
        }

        assertThat(bench.run("rules", "backtest", rules.toString(), "--since", "7d", "--json")).isZero();

        assertThat(bench.answer()).singleElement().asString()
                .contains("\"messages\":2,", "\"foreign-links\":{\"hits\":2,")
                .doesNotContain("example9");
        assertThat(bench.run("rules", "backtest", rules.toString(), "--since", "7")).isEqualTo(2);
        assertThat(bench.complaint()).first().isEqualTo("'7' is no time; write one such as 24h or 30d");
    }

    @Test
    void wantsOneHistory() {
        assertThat(run("rules", "backtest", rules)).isEqualTo(2);
        assertThat(complaint()).first()
                .isEqualTo("Error: Missing required argument (specify one of these): (--history=FILE | --since=TIME)");
        assertThat(run("rules", "backtest", rules, "--history", "x", "--since", "1d")).isEqualTo(2);
        assertThat(complaint()).first()
                .isEqualTo("Error: --history=FILE, --since=TIME are mutually exclusive (specify only one)");
    }

    @Test
    void showsWhatDiffers() throws IOException {
        Path other = write("other.yml", RULES.replace("mode: enforce", "mode: shadow"));

        assertThat(run("rules", "diff", rules, other)).isZero();
        assertThat(answer()).containsExactly("~ rule shouting: mode", "    - enforce", "    + shadow");
        assertThat(run("rules", "diff", rules, rules)).isZero();
        assertThat(answer()).containsExactly("The rules are the same.");
        assertThat(run("rules", "diff", "--json", rules, other)).isZero();
        assertThat(answer()).containsExactly(
                "[{\"what\":\"rule shouting\",\"part\":\"mode\",\"before\":\"enforce\",\"after\":\"shadow\"}]");
    }

    @Test
    void explainsAText() {
        assertThat(run("rules", "explain", rules, "--text", "see example.com", "--member-for", "2d")).isZero();

        assertThat(answer()).containsExactly("community/foreign-links (shadow): hit", "  when:",
                "    yes  links: { not_in: [example.org] }   <- example.com", "  unless one of these:",
                "    no   staff: true",
                "    no   member_for: 90d", "  then: [ { strike: 1 }, { reply: \"No links, {name}.\" } ]",
                "community/shouting (enforce): no hit", "  when:", "    no   capitals: { over: 70%, letters: 10 }",
                "community/later (draft): no hit", "  when:", "    no   words: [spam]");
    }

    @Test
    void explainsATextInJson() {
        assertThat(run("rules", "explain", rules, "--text", "HELLO EVERYBODY", "--staff", "--json")).isZero();

        assertThat(answer()).singleElement().asString().contains("{\"policy\":\"community\",\"rule\":\"shouting\","
                + "\"mode\":\"enforce\",\"hit\":true,\"condition\":\"capitals\",\"evidence\":\"14 of 14 letters\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "--on leave | 'leave' is no kind of event; write message, join_request, join or report",
            "--member-for 3 | '3' is no time; write one such as 30m, 2h or 90d"})
    void explainsWrongOptions(String words, String message) {
        assertThat(run("rules", "explain", rules, words.split(" ")[0], words.split(" ")[1])).isEqualTo(2);

        assertThat(complaint()).first().isEqualTo(message);
    }

    @Test
    void aProgressBarIsForTerminals() {
        new ProgressBar(null).at(1, 2);
        StringWriter terminal = new StringWriter();
        try (ProgressBar bar = new ProgressBar(new PrintWriter(terminal))) {
            bar.at(1, 4);
            bar.at(1, 4);
            bar.at(4, 4);
        }

        assertThat(terminal.toString()).startsWith("\r[##########..............................]  25 %\r[####")
                .endsWith("\r").containsOnlyOnce("25 %");
    }
}
