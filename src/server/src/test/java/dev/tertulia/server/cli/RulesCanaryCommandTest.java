package dev.tertulia.server.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.moderation.canary.CanaryCounts;
import dev.tertulia.moderation.canary.Versions;
import dev.tertulia.moderation.judge.Evidence;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.RuleFile;

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code rules canary}, as people run it. */
class RulesCanaryCommandTest {

    private static final Policy POLICY = RuleFile.read("""
            policies:
              - name: p
                groups: { all: true }
                rules: [ { name: words, mode: enforce, when: { words: [casino] }, then: [ { strike: 1 } ] } ]
            """, Path.of("")).policies().getFirst();
    private static final List<Hit> HIT = List
            .of(new Hit(POLICY, POLICY.rules().getFirst(), new Evidence("words", 0, 6, "casino")));
    private static final Versions VERSIONS = new Versions("11111aaaaa", "22222bbbbb", 10);

    private final CommandBench bench = new CommandBench();
    /** What is older than 90 days is not kept. */
    private final Instant now = Instant.now();

    private void judge() {
        for (String process : List.of("one", "other")) {
            CanaryCounts counts = new CanaryCounts(bench.stores.fleet().logs(), process);
            counts.add(VERSIONS, "11111aaaaa", On.MESSAGE, HIT, now);
            counts.add(VERSIONS, "11111aaaaa", On.MESSAGE, List.of(), now);
            counts.add(VERSIONS, "22222bbbbb", On.MESSAGE, HIT, now);
            counts.add(VERSIONS, "22222bbbbb", On.MESSAGE, List.of(), now);
            counts.add(VERSIONS, "22222bbbbb", On.MESSAGE, List.of(), now);
            counts.add(VERSIONS, "22222bbbbb", On.MESSAGE, List.of(), now);
            counts.store();
        }
    }

    @Test
    void comparesTheCanaryWithTheOthers() {
        judge();

        assertThat(bench.run("rules", "canary")).isZero();

        String time = now.toString().substring(0, 16).replace('T', ' ');
        String span = " from " + time + " to " + time + " UTC";
        assertThat(bench.answer()).containsExactly(
                "number " + bench.number + ": canary version 11111aaaaa, in 10% of the groups",
                "canary: version 11111aaaaa, judged message 4" + span,
                "others: version 22222bbbbb, judged message 8" + span,
                "rule                                         canary     others   canary /1000   others /1000",
                "p/words                                           2          2          500.0          250.0",
                "    canary: strike 2", "    others: strike 2");
    }

    @Test
    void comparesInJson() {
        judge();

        assertThat(bench.run("rules", "canary", "--json")).isZero();

        assertThat(bench.answer()).singleElement().asString().startsWith("[{\"number\":\"" + bench.number
                + "\",\"percent\":10.0,\"canary\":{\"version\":\"11111aaaaa\",\"judged\":{\"message\":4},")
                .endsWith("\"rules\":{\"p/words\":{\"on\":\"message\",\"canary\":{\"hits\":2,\"perThousand\":500.0,"
                        + "\"actions\":{\"strike\":2}},\"others\":{\"hits\":2,\"perThousand\":250.0,"
                        + "\"actions\":{\"strike\":2}}}}}]");
    }

    @Test
    void saysIfThereIsNothingToCompare() {
        assertThat(bench.run("rules", "canary")).isZero();

        assertThat(bench.answer()).containsExactly("No version was in force in a share of the groups, or nothing was"
                + " judged there in the last 90 days. A rule file with a line such as 'canary: 10%' is one.");
    }
}
