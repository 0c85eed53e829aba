package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.EntryKind;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.Called;
import dev.tertulia.testkit.TestGroup;

import static org.assertj.core.api.Assertions.assertThat;

/** Reports reach staff, whatever rules are being tried on them. */
@ExtendWith(RuleFileExtension.class)
@BotTest(value = {ModerationBot.class, StaffBot.class}, properties = {RuleFileExtension.FILE,
        RuleFileExtension.AT_ONCE})
class ReportsTest {

    private final TestGroup group;
    private final TestGroup mods;
    private final Trail trail;

    ReportsTest(TestGroup group, @Called("Mods") TestGroup mods, Logs logs) {
        this.group = group;
        this.mods = mods;
        trail = Trail.of(logs, Duration.ofDays(400));
        mods.member("Mia").says("hello");
    }

    /** A rule on reports, which sends an alert with a text of its own. */
    private void rule(String mode) {
        RuleFileExtension.write("""
                staff: { people: ["+%s"], alerts: { group: "%s" } }
                policies:
                  - name: community
                    groups: { all: true }
                    rules:
                      - name: reported
                        mode: %s
                        on: report
                        when: { reported: { by: 1, within: 1d } }
                        then: [ { alert: "Look at this." } ]
                """.formatted(mods.member("Mia").phone(), mods.id(), mode));
    }

    @Test
    void ruleInShadowTakesNoReportAwayFromStaff() {
        rule("shadow");
        String message = group.member("Ana").says("something bad");

        group.member("Ben").replies(message, "!report");
        group.member("Eve").replies(message, "!report");

        Case queued = trail.search(CaseQuery.latest(10).in(CaseState.OPEN)).getFirst();
        mods.heard("""
                Case %1$s: Ben reported Ana in %2$s
                Decide: /mod remove %1$s, /mod forgive %1$s or /mod no %1$s""".formatted(queued.number(),
                group.subject()));
        mods.heardNothing();
        assertThat(queued.entries()).extracting("kind").containsExactly(EntryKind.OPENED, EntryKind.REPORTED);
        assertThat(trail.search(CaseQuery.latest(10).in(CaseState.NOTED))).hasSize(2)
                .allMatch(one -> one.rules().equals(List.of("community/reported")));
    }

    @Test
    void enforcedRuleActsInsteadOfTheQueue() {
        rule("enforce");
        String message = group.member("Ana").says("something bad");

        group.member("Ben").replies(message, "!report");

        assertThat(mods.allHeard().getLast()).endsWith("Look at this.");
        assertThat(trail.search(CaseQuery.latest(10))).hasSize(1);
    }
}
