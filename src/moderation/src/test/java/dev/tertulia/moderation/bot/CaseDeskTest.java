package dev.tertulia.moderation.bot;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.moderation.bot.CaseDesk.Decision;
import dev.tertulia.moderation.bot.CaseDesk.Outcome;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseEntry;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.EntryKind;
import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestClock;
import dev.tertulia.testkit.TestGroup;

import static org.assertj.core.api.Assertions.assertThat;

/** People decide about cases outside of WhatsApp, as staff do by command. */
@ExtendWith(RuleFileExtension.class)
@BotTest(value = {ModerationBot.class, StaffBot.class, CaseDeskTest.DeskBot.class}, properties = {
        RuleFileExtension.FILE, RuleFileExtension.AT_ONCE})
class CaseDeskTest {

    /** A bot that has a desk. */
    @Bot
    static final class DeskBot {

        private final CaseDesk desk;

        DeskBot(CaseDesk desk) {
            this.desk = desk;
        }

        @OnCommand("desk")
        String open() {
            return "open";
        }
    }

    private final TestGroup group;
    private final TestClock clock;
    private final CaseDesk desk;
    private int decisions;

    CaseDeskTest(TestGroup group, TestClock clock, DeskBot bot) {
        this.group = group;
        this.clock = clock;
        desk = bot.desk;
    }

    /** A rule in force that the word "casino" hits, and a member who has written it. */
    private Case hit(String then) {
        RuleFileExtension.write("""
                policies:
                  - name: p
                    groups: { all: true }
                    rules: [ { name: words, mode: enforce, when: { words: [casino] }, then: [ %s ] } ]
                """.formatted(then));
        group.member("Ana").says("casino");
        return now();
    }

    private Case now() {
        return desk.trail(number()).search(CaseQuery.latest(1)).getFirst();
    }

    private String number() {
        return AccountSettings.demo().phoneNumberId();
    }

    private Outcome decide(Verdict verdict, String by) {
        Decision decision = new Decision("d" + decisions++, verdict, now().number(), by, "seen it");
        desk.decide(number(), now(), decision);
        clock.advance(Duration.ofSeconds(1));
        return CaseDesk.outcome(now(), decision);
    }

    @Test
    void approvedPersonIsRemoved() {
        hit("{ propose: remove }");

        assertThat(decide(Verdict.YES, "Mia")).isEqualTo(Outcome.TAKEN);

        group.hasMembers();
        assertThat(now().state()).isEqualTo(CaseState.CARRIED_OUT);
        CaseEntry approved = now().entries(EntryKind.APPROVED).findFirst().orElseThrow();
        assertThat(approved.byName()).isEqualTo("Mia");
        assertThat(approved.text()).isEqualTo("seen it");
    }

    @Test
    void whoIsSecondIsTooLate() {
        hit("{ propose: remove }");
        assertThat(decide(Verdict.NO, "Mia")).isEqualTo(Outcome.TAKEN);

        assertThat(decide(Verdict.YES, "Max")).isEqualTo(Outcome.TOO_LATE);

        group.hasMembers("Ana");
        assertThat(now().decision().orElseThrow().byName()).isEqualTo("Mia");
    }

    @Test
    void severalApprovalsAreOfSeveralPeople() {
        hit("{ propose: remove, approvals: 2 }");

        assertThat(decide(Verdict.YES, "Mia")).isEqualTo(Outcome.TAKEN);
        assertThat(decide(Verdict.YES, " mia ")).isEqualTo(Outcome.ANOTHER_NEEDED);
        group.hasMembers("Ana");

        assertThat(decide(Verdict.YES, "Max")).isEqualTo(Outcome.TAKEN);
        group.hasMembers();
    }

    @Test
    void decisionThatIsNotHandledYetWaits() {
        Case one = hit("{ propose: remove }");

        assertThat(CaseDesk.outcome(one, new Decision("d", Verdict.YES, one.number(), "Mia", "")))
                .isEqualTo(Outcome.WAITS);
    }

    @Test
    void forgivenStrikesAreTakenBack() {
        hit("{ strike: 1 }");

        assertThat(decide(Verdict.FORGIVE, "Mia")).isEqualTo(Outcome.TAKEN);

        assertThat(now().state()).isEqualTo(CaseState.FORGIVEN);
        assertThat(decide(Verdict.FORGIVE, "Mia")).isEqualTo(Outcome.TOO_LATE);
    }

    @Test
    void wrongCaseIsWrongOnce() {
        hit("{ strike: 1 }");

        assertThat(decide(Verdict.WRONG, "Mia")).isEqualTo(Outcome.TAKEN);

        assertThat(now().state()).isEqualTo(CaseState.WRONG);
        assertThat(decide(Verdict.WRONG, "Max")).isEqualTo(Outcome.TOO_LATE);
    }

    @Test
    void removesWhereNothingIsProposed() {
        hit("{ note: true }");

        assertThat(decide(Verdict.YES, "Mia")).isEqualTo(Outcome.TOO_LATE);
        assertThat(decide(Verdict.REMOVE, "Mia")).isEqualTo(Outcome.TAKEN);

        group.hasMembers();
    }
}
