package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.Called;
import dev.tertulia.testkit.TestClock;
import dev.tertulia.testkit.TestGroup;

import static org.assertj.core.api.Assertions.assertThat;

/** A message that was hit wrongly is tried again as it was: of the same person, and at the same time. */
@ExtendWith(RuleFileExtension.class)
@BotTest(value = {ModerationBot.class, StaffBot.class}, properties = {RuleFileExtension.FILE,
        RuleFileExtension.AT_ONCE})
class ExamplesTest {

    private final TestGroup group;
    private final TestGroup mods;
    private final TestClock clock;
    private final Trail trail;

    ExamplesTest(TestGroup group, @Called("Mods") TestGroup mods, TestClock clock, Logs logs) {
        this.group = group;
        this.mods = mods;
        this.clock = clock;
        trail = Trail.of(logs, Duration.ofDays(400));
        mods.member("Mia").says("hello");
        group.member("Ana").says("hello");
    }

    /** A rule in force with these conditions and this answer. */
    private void rule(String conditions, String answer) {
        RuleFileExtension.write("""
                staff: { people: ["+%s"], alerts: { group: "%s" } }
                policies:
                  - name: community
                    groups: { all: true }
                    rules: [ { name: words, mode: enforce, %s, then: [ { reply: "%s" } ] } ]
                """.formatted(mods.member("Mia").phone(), mods.id(), conditions, answer));
    }

    /** Ana is hit, and staff say that she should not have been. */
    private void anaIsHitWrongly() {
        group.member("Ana").says("casino");
        group.heard("First.");
        mods.member("Mia").says("/mod wrong " + trail.search(CaseQuery.latest(1)).getFirst().number());
    }

    @Test
    void exceptionForThePersonIsEnough() {
        clock.advance(Duration.ofDays(2));
        rule("when: { words: [casino] }", "First.");
        anaIsHitWrongly();

        rule("when: { words: [casino] }, unless: { member_for: 1d }", "Second.");
        group.join("Ben").says("casino");

        assertThat(group.allHeard().getLast()).isEqualTo("Second.");
    }

    @Test
    void exceptionForOthersIsNotEnough() {
        clock.advance(Duration.ofDays(2));
        rule("when: { words: [casino] }", "First.");
        anaIsHitWrongly();

        rule("when: { words: [casino] }, unless: { member_for: 30d }", "Second.");
        group.join("Ben").says("casino");

        assertThat(group.allHeard().getLast()).isEqualTo("First.");
    }

    @Test
    void timeOfTheMessageCounts() {
        LocalTime hour = clock.now().atOffset(ZoneOffset.UTC).toLocalTime().truncatedTo(ChronoUnit.HOURS);
        String night = "when: { words: [casino], hours: { from: %s, to: %s, zone: UTC } }".formatted(hour,
                hour.plusHours(1));
        rule(night, "First.");
        anaIsHitWrongly();

        rule(night, "Second.");
        group.member("Ana").says("casino");

        assertThat(group.allHeard().getLast()).as("the new version hits the example").isEqualTo("First.");
    }
}
