package dev.tertulia.server.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.fleet.Log;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.Deed;
import dev.tertulia.moderation.cases.EntryKind;
import dev.tertulia.moderation.cases.Finding;
import dev.tertulia.moderation.cases.Opening;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.cases.Who;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.store.Stores;

import static dev.tertulia.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code cases} lists, shows, exports, verifies and erases. */
class CasesCommandTest {

    private static final Duration KEEP = Duration.ofDays(400);
    private static final Who ANA = new Who("US.1", "Ana Souza", List.of("US.1", "15550001"));
    private static final Who BEN = new Who("US.2", "Ben", List.of("US.2"));
    private static final Who MIA = new Who("US.3", "Mia", List.of("US.3"));

    private final CommandBench bench = new CommandBench();
    private final Trail trail = trail(bench.stores);

    private static Trail trail(Stores stores) {
        return Trail.of(stores.fleet().logs(), KEEP);
    }

    private static Case open(Trail trail, String key, Who who, String rule) {
        return trail.open(key, NOW, known -> new Opening(NOW, "v1", "G1", "message", who, null, "wamid." + key,
                "see x.example\nnow", List.of(new Finding("community/" + rule, "enforce", "links", "x.example")),
                List.of(new Deed("propose", true, Map.of("approvals", "1")), new Deed("reply", false, Map.of())),
                Map.of(), Map.of()));
    }

    private Case open(String key, Who who) {
        return open(trail, key, who, "links");
    }

    private void approve(Case one) {
        trail.record(one.number(), EntryKind.APPROVED, "US.3", NOW, new Trail.Note(MIA, "spam", Map.of()),
                known -> true);
    }

    @Test
    void listsTheLatestFirst() {
        open("1", ANA);
        approve(open(trail, "2", BEN, "floods"));

        assertThat(bench.run("cases", "list")).isZero();

        assertThat(bench.answer()).containsExactly(bench.number,
                "  101   2026-03-02T09:00:00Z  approved     community/floods  Ben",
                "  100   2026-03-02T09:00:00Z  open         community/links  Ana Souza");
    }

    @ParameterizedTest
    @CsvSource({"--person Ana", "--person +15550001", "--rule links", "--rule community/links", "--state open",
            "--group G1 --state open", "--state open --limit 1"})
    void selectsCases(String options) {
        open("1", ANA);
        approve(open(trail, "2", BEN, "floods"));

        assertThat(bench.run(("cases list " + options).split(" "))).isZero();

        assertThat(bench.answer()).hasSize(2).last().asString().startsWith("  100 ");
    }

    @Test
    void saysThatThereAreNone() {
        open("1", ANA);

        assertThat(bench.run("cases", "list", "--group", "G2")).isZero();

        assertThat(bench.answer()).containsExactly(bench.number, "  no cases");
    }

    @Test
    void showsACase() {
        approve(open("1", ANA));

        assertThat(bench.run("cases", "show", "1oo")).isZero();

        assertThat(bench.answer()).containsExactly("100", "  State:   approved", "  At:      2026-03-02T09:00:00Z",
                "  On:      message", "  Group:   G1", "  Person:  Ana Souza (US.1)",
                "  Rule:    community/links (enforce): x.example", "  Actions: propose, (reply)",
                "  Text:    see x.example\\u000anow", "  Version: v1",
                "  2026-03-02T09:00:00Z  approved by Mia: spam");
    }

    @Test
    void saysThatThereIsNoSuchCase() {
        assertThat(bench.run("cases", "show", "4F2")).isEqualTo(1);

        assertThat(bench.complaint()).containsExactly("There is no case 4F2; list the latest with: cases list");
    }

    @Test
    void printsJson() {
        open("1", ANA);

        bench.run("cases", "list", "--json");
        assertThat(bench.answer()).singleElement().asString()
                .startsWith("[{\"number\":\"" + bench.number + "\",\"cases\":[{\"case\":\"100\",")
                .contains("\"state\":\"open\"", "\"person\":\"US.1\"", "\"text\":\"see x.example\\nnow\"");
        bench.run("cases", "show", "100", "--json");
        assertThat(bench.answer()).singleElement().asString().startsWith("{\"case\":\"100\",");
        bench.run("cases", "verify", "--json");
        assertThat(bench.answer()).containsExactly("[{\"number\":\"" + bench.number + "\",\"problems\":[]}]");
        bench.run("cases", "erase", "US.1", "--json");
        assertThat(bench.answer())
                .containsExactly("[{\"number\":\"" + bench.number + "\",\"entries\":1,\"messages\":0,\"examples\":0}]");
    }

    @Test
    void exportsTheEarliestFirst() {
        approve(open("1", ANA));
        open("2", BEN);

        assertThat(bench.run("cases", "export")).isZero();
        assertThat(bench.answer()).hasSize(2).first().asString().startsWith("{\"case\":\"100\",")
                .contains("\"name\":\"Ana Souza\"", "\"kind\":\"approved\",\"by\":\"Mia\",\"text\":\"spam\"");
        assertThat(bench.run("cases", "export", "--format", "csv")).isZero();

        assertThat(bench.answer()).startsWith(
                "case,at,state,on,group,person,name,rules,actions,version,evidence,text,decided_by,decided",
                "\"100\",\"2026-03-02T09:00:00Z\",\"approved\",\"message\",\"G1\",\"US.1\",\"Ana Souza\","
                        + "\"community/links\",\"propose reply(shadow)\",\"v1\",\"x.example\",\"see x.example",
                "now\",\"Mia\",\"approved\"").hasSize(5);
    }

    @Test
    void namesTheFirstBrokenEntry() {
        open("1", ANA);
        open("2", BEN);
        assertThat(bench.run("cases", "verify")).isZero();
        assertThat(bench.answer()).containsExactly(bench.number + ": the trail is as it was written");
        Log log = bench.stores.fleet().logs().log(Trail.NAME, KEEP);
        log.rewrite(2, Set.of(), log.find(2).orElseThrow().body().replace("x.example", "y.example"));

        assertThat(bench.run("cases", "verify")).isEqualTo(1);

        assertThat(bench.complaint()).singleElement().asString()
                .startsWith(bench.number + ": entry 2 was changed");
    }

    @Test
    void erasesAPersonAndTheTrailStaysWhole() {
        approve(open("1", ANA));
        open("2", BEN);

        assertThat(bench.run("cases", "erase", "+15550001")).isZero();

        assertThat(bench.answer()).containsExactly(bench.number + ": 2 entries, 0 messages and 0 examples erased");
        bench.run("cases", "show", "100");
        assertThat(bench.answer()).contains("  Person:  (erased)", "  Rule:    community/links (enforce)")
                .noneMatch(line -> line.contains("Ana") || line.contains("x.example"));
        assertThat(bench.run("cases", "verify")).isZero();
        bench.run("cases", "list", "--person", "Ben");
        assertThat(bench.answer()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "cases | Write what to do: cases list, show, export, verify or erase.",
            "cases show | Missing required parameter: 'CASE'",
            "cases list --limit 0 | --limit is 0; write a number from 1 to 1000",
            "cases list --state lost | 'lost' is not a state of cases; write one of noted, done, open, approved,"
                    + " carried-out, failed, refused, expired, wrong, forgiven, appealed, upheld",
            "cases export --format xml | 'xml' is not a format; write jsonl or csv",
            "cases erase Ana | 'Ana' is neither a phone number nor a user id; cases show prints the id of the person"})
    void explainsWhatItDoesNotUnderstand(String words, String message) {
        assertThat(bench.run(words.split(" "))).isEqualTo(2);

        assertThat(bench.complaint()).containsExactly(message, "Try --help.");
    }

    @Test
    void asksWhichOfSeveralNumbersIsMeant() {
        String other = TestRedis.newNumber();
        bench.with("whatsapp.phone-number-id", "").with("whatsapp.numbers.one.phone-number-id", bench.number)
                .with("whatsapp.numbers.two.phone-number-id", other);
        open("1", ANA);
        open(trail(TestRedis.shared().stores(other)), "1", BEN, "floods");

        assertThat(bench.run("cases", "list")).isZero();
        assertThat(bench.answer()).hasSize(4).contains(bench.number, other);
        assertThat(bench.run("cases", "show", "100")).isEqualTo(2);
        assertThat(bench.complaint().getFirst())
                .startsWith("several numbers have a case 100; choose one with --number");
        assertThat(bench.run("cases", "export")).isEqualTo(2);
        assertThat(bench.complaint().getFirst()).startsWith("an export has the cases of one number; choose one with");
        assertThat(bench.run("cases", "show", "100", "--number", other)).isZero();
        assertThat(bench.answer()).contains("  Person:  Ben (US.2)");
    }
}
