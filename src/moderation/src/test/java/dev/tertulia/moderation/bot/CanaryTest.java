package dev.tertulia.moderation.bot;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.canary.CanaryReport;
import dev.tertulia.moderation.canary.CanaryReport.Hits;
import dev.tertulia.moderation.canary.CanaryReport.Row;
import dev.tertulia.moderation.rules.Canary;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.Called;
import dev.tertulia.testkit.TestGroup;

import static org.assertj.core.api.Assertions.assertThat;

/** A version in a share of the groups is compared with the version before it. */
@ExtendWith(RuleFileExtension.class)
@BotTest(value = ModerationBot.class, properties = {RuleFileExtension.FILE, RuleFileExtension.AT_ONCE})
class CanaryTest {

    private static final String OLD = rules("words: [casino]", "{ note: true }");

    private static String rules(String when, String then) {
        return """
                policies:
                  - name: p
                    groups: { all: true }
                    rules: [ { name: words, mode: enforce, when: { %s }, then: [ %s ] } ]
                """.formatted(when, then);
    }

    /** A share, in tenths of a percent, to which only one of two groups belongs. */
    private static double between(String one, String other) {
        return IntStream.range(1, 1_000).mapToDouble(tenths -> tenths / 10.0)
                .filter(share -> new Canary(share).includes(one) != new Canary(share).includes(other)).findFirst()
                .orElseThrow();
    }

    @Test
    void countsWhatBothVersionsHit(TestGroup one, @Called("Other") TestGroup other, Logs logs) {
        double share = between(one.id(), other.id());
        TestGroup few = new Canary(share).includes(one.id()) ? one : other;
        TestGroup rest = few == one ? other : one;
        RuleFileExtension.write(OLD);
        few.member("Ana").says("casino before the canary");
        rest.member("Ben").says("casino before the canary");
        String latest = "canary: " + share + "%\n" + rules("words: [casino, poker]", "{ strike: 1 }, { note: true }");
        RuleFileExtension.write(latest);

        few.member("Ana").says("casino");
        few.member("Ana").says("poker");
        few.member("Ana").says("hello");
        few.member("Ana").says("hello again");
        rest.member("Ben").says("casino");
        rest.member("Ben").says("poker");
        rest.member("Ben").says("hello");

        CanaryReport report = CanaryReport.latest(logs).orElseThrow();
        assertThat(report.percent()).isEqualTo(share);
        assertThat(report.latest().version()).isEqualTo(RuleFile.read(latest, Path.of("")).id());
        assertThat(report.latest().judged()).isEqualTo(Map.of("message", 4L));
        assertThat(report.before().version()).isEqualTo(RuleFile.read(OLD, Path.of("")).id());
        assertThat(report.before().judged()).isEqualTo(Map.of("message", 3L));
        assertThat(report.rules()).isEqualTo(List.of(new Row("p/words", "message",
                new Hits(2, 4, Map.of("note", 2L, "strike", 2L)), new Hits(1, 3, Map.of("note", 1L)))));
        assertThat(report.rules().getFirst().latest().perThousand()).isEqualTo(500);
    }

    @Test
    void comparesNothingWithoutACanary(TestGroup group, Logs logs) {
        RuleFileExtension.write(OLD);

        group.member("Ana").says("casino");

        assertThat(CanaryReport.latest(logs)).isEmpty();
    }
}
