package dev.tertulia.moderation.bot;

import java.time.Duration;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.Called;
import dev.tertulia.testkit.TestGroup;
import dev.tertulia.testkit.TestMember;

import static org.assertj.core.api.Assertions.assertThat;

/** A removal that WhatsApp did not carry out. */
@ExtendWith(RuleFileExtension.class)
@BotTest(value = {ModerationBot.class, StaffBot.class}, properties = {RuleFileExtension.FILE,
        RuleFileExtension.AT_ONCE})
class FailedRemovalTest {

    private final TestGroup group;
    private final TestGroup mods;
    private final Trail trail;

    FailedRemovalTest(TestGroup group, @Called("Mods") TestGroup mods, Logs logs) {
        this.group = group;
        this.mods = mods;
        trail = Trail.of(logs, Duration.ofDays(400));
        mods.member("Mia").says("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ propose: remove }", "{ note: true }"})
    void isTriedAgainByTheSamePerson(String then) {
        RuleFileExtension.write("""
                staff: { people: ["+%s"], alerts: { group: "%s" } }
                policies:
                  - name: community
                    groups: { all: true }
                    rules: [ { name: words, mode: enforce, when: { words: [casino] }, then: [ %s ] } ]
                """.formatted(mods.member("Mia").phone(), mods.id(), then));
        TestMember ana = group.member("Ana");
        ana.says("casino");
        String number = now().number();
        ana.leaves();
        mods.member("Mia").says("/mod remove " + number);
        assertThat(now().state()).isEqualTo(CaseState.FAILED);
        group.join("Ana");

        mods.member("Mia").says("/mod remove " + number);

        assertThat(mods.allHeard().getLast()).isEqualTo("Case " + number + ": Ana is removed.");
        assertThat(now().state()).isEqualTo(CaseState.CARRIED_OUT);
        group.hasMembers();
    }

    private Case now() {
        return trail.search(CaseQuery.latest(1)).getFirst();
    }
}
