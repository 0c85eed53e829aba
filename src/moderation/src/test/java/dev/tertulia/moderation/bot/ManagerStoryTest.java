package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.EntryKind;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.Called;
import dev.tertulia.testkit.TestClock;
import dev.tertulia.testkit.TestGroup;
import dev.tertulia.testkit.TestMember;
import dev.tertulia.testkit.WithApproval;

import static org.assertj.core.api.Assertions.assertThat;

/** A community manager's story, from a rule in shadow to a removal, and what else the rules can do. */
@ExtendWith(RuleFileExtension.class)
@BotTest(value = {ModerationBot.class, StaffBot.class, ManagerStoryTest.TeaBot.class}, properties = {
        RuleFileExtension.FILE, RuleFileExtension.AT_ONCE})
class ManagerStoryTest {

    @Bot
    static final class TeaBot {

        @OnCommand("tea")
        String tea() {
            return "here it is";
        }
    }

    private final TestGroup group;
    private final TestGroup mods;
    private final Trail trail;

    ManagerStoryTest(TestGroup group, @Called("Mods") TestGroup mods, Groups groups, Logs logs) {
        this.group = group;
        this.mods = mods;
        groups.group(group.id()).label("community");
        groups.group(mods.id()).label("mods");
        trail = Trail.of(logs, Duration.ofDays(400));
        mods.member("Mia").says("hello");
    }

    /** Rules of the policy "community", with Mia as staff. */
    private void rules(String rules, String strikes) {
        String phone = mods.member("Mia").phone();
        RuleFileExtension.write("""
                version: 1
                staff:
                  people: ["+%s"]
                  alerts: { label: mods }
                policies:
                  - name: community
                    groups: { label: community }
                    %s
                    rules:
                """.formatted(phone, strikes) + rules.indent(6));
    }

    private void rules(String rules) {
        rules(rules, "budget: { deliveries: 1000, within: 1d }");
    }

    private Case only() {
        assertThat(trail.search(CaseQuery.latest(10))).hasSize(1);
        return latest();
    }

    private Case latest() {
        return trail.search(CaseQuery.latest(1)).getFirst();
    }

    private static final String LINKS = """
            - name: foreign-links
              mode: %s
              on: message
              when: { links: { not_in: [example.org] } }
              then: [ { strike: 1 }, { reply: "No links here, {name}." } ]
            """;

    @Test
    void ruleInShadowOnlyTakesNotes() {
        rules(LINKS.formatted("shadow"));

        group.member("Ana").says("see http://spam.example.com/x");

        group.heardNothing();
        mods.heardNothing();
        Case one = only();
        assertThat(one.state()).isEqualTo(CaseState.NOTED);
        assertThat(one.rules()).containsExactly("community/foreign-links");
        assertThat(one.findings().getFirst().evidence()).contains("spam.example.com");
        assertThat(one.deeds()).extracting("action").containsExactly("strike", "reply");
        assertThat(one.strikes()).isEmpty();
    }

    @Test
    void strikesLeadToARemovalThatStaffApprove(TestClock clock) {
        rules(LINKS.formatted("enforce"), """
                strikes:
                      decay: { every: 30d, by: 1 }
                      ladder:
                        2: [ { private: "Please read the rules, {name}.", hold: 1d } ]
                        3: [ { propose: remove, approvals: 1, expires: 24h } ]""");
        TestMember ana = group.member("Ana");
        ana.privately().writes("hello");

        ana.says("http://spam.example.com/1");
        group.heard("No links here, Ana.");
        ana.says("http://spam.example.com/2");
        group.heard("No links here, Ana.");
        ana.privately().heard("Please read the rules, Ana.");
        ana.says("http://spam.example.com/3");
        group.heard("No links here, Ana.");

        Case third = latest();
        mods.heard("""
                Case %1$s: Ana in Test group
                Rule community/foreign-links: http://spam.example.com/3
                Message: http://spam.example.com/3
                Removal is proposed, one approval is needed: /mod yes %1$s, or /mod no %1$s""".formatted(
                third.number()));
        assertThat(third.state()).isEqualTo(CaseState.OPEN);
        mods.member("Ben").says("/mod yes " + third.number());
        mods.heard("Only staff decide about cases.");
        group.hasMembers("Ana");

        mods.member("Mia").says("/mod yes " + third.number().toLowerCase(Locale.ROOT));

        mods.heard("Case %s: Ana is being removed.".formatted(third.number()));
        mods.heard("Case %s: Ana is removed.".formatted(third.number()));
        group.hasMembers();
        Case carriedOut = latest();
        assertThat(carriedOut.state()).isEqualTo(CaseState.CARRIED_OUT);
        assertThat(carriedOut.entries()).extracting("kind").containsExactly(EntryKind.OPENED, EntryKind.APPROVED,
                EntryKind.CARRIED_OUT);
        assertThat(trail.verify()).isEmpty();

        ana.privately().writes("appeal " + third.number() + " it was my own site");
        ana.privately().heard("Case %s: staff will look at it again.".formatted(third.number()));
        assertThat(latest().state()).isEqualTo(CaseState.APPEALED);
        assertThat(mods.allHeard().getLast()).contains("it was my own site", "/mod yes " + third.number());
    }

    @Test
    void proposalExpires(TestClock clock) {
        rules("""
                - name: words
                  mode: enforce
                  when: { words: [casino] }
                  then: [ { propose: remove, expires: 2h } ]
                """);
        group.member("Ana").says("come to the c-a-s-i-n-o");
        Case one = only();

        clock.advance(Duration.ofHours(2));

        assertThat(only().state()).isEqualTo(CaseState.EXPIRED);
        mods.member("Mia").says("/mod yes " + one.number());
        assertThat(mods.allHeard().getLast()).startsWith("Case " + one.number() + " does not wait for a decision");
        group.hasMembers("Ana");
    }

    @Test
    void severalApprovalsAreOfSeveralPeople() {
        RuleFileExtension.write("""
                staff:
                  people: ["+%s", "+%s"]
                  alerts: { label: mods }
                policies:
                  - name: community
                    groups: { all: true }
                    rules:
                      - name: words
                        mode: enforce
                        when: { words: [casino] }
                        then: [ { propose: remove, approvals: 2, delay: 10m } ]
                """.formatted(mods.member("Mia").phone(), mods.member("Max").phone()));
        group.member("Ana").says("casino");
        String number = only().number();

        mods.member("Mia").says("/mod yes " + number);
        assertThat(mods.allHeard().getLast()).isEqualTo("Case " + number + ": 1 of 2 approvals.");
        mods.member("Mia").says("/mod yes " + number);
        assertThat(only().state()).isEqualTo(CaseState.OPEN);
        mods.member("Max").says("/mod yes " + number);
        assertThat(only().state()).isEqualTo(CaseState.APPROVED);
        group.hasMembers("Ana");

        mods.member("Mia").says("/mod no " + number);

        assertThat(only().state()).isEqualTo(CaseState.REFUSED);
        group.hasMembers("Ana");
    }

    @Test
    void approvedRemovalWaitsForItsDelay(TestClock clock) {
        rules("""
                - name: words
                  mode: enforce
                  when: { words: [casino] }
                  then: [ { propose: remove, delay: 10m } ]
                """);
        group.member("Ana").says("casino");
        mods.member("Mia").says("/mod yes " + only().number());
        group.hasMembers("Ana");

        clock.advance(Duration.ofMinutes(10));

        group.hasMembers();
        assertThat(only().state()).isEqualTo(CaseState.CARRIED_OUT);
    }

    @Test
    void removesWithoutAskingWhereTheRuleSaysIrreversible() {
        rules("""
                - name: words
                  mode: enforce
                  irreversible: true
                  when: { words: [casino] }
                  then: [ { remove: true } ]
                """);
        group.member("Ana").says("casino");

        group.hasMembers();
        assertThat(only().state()).isEqualTo(CaseState.CARRIED_OUT);
    }

    @Test
    void doorAsksInPrivateAndLetsIn(@WithApproval TestGroup guarded, Groups groups) {
        groups.group(guarded.id()).label("community");
        rules("""
                - name: door
                  mode: enforce
                  on: join_request
                  then: [ { ask: "Who invited you?", hold: 1h, within: 1h, wrong: reject, answers: ["ana", "club"] } ]
                """);
        TestMember ben = guarded.asksToJoin("Ben");
        ben.privately().writes("hello");
        ben.privately().heard("Who invited you?");
        guarded.hasMembers();

        ben.privately().writes("it was Ana");

        ben.privately().heard("Thank you. You can join now.");
        guarded.hasMembers("Ben");
        assertThat(only().state()).isEqualTo(CaseState.DONE);
    }

    @Test
    void doorRejectsAWrongAnswerAndSilence(@WithApproval TestGroup guarded, Groups groups, TestClock clock) {
        groups.group(guarded.id()).label("community");
        rules("""
                - name: door
                  mode: enforce
                  on: join_request
                  then: [ { ask: "Who invited you?", hold: 1h, within: 1h, wrong: reject, answers: ["ana"] } ]
                """);
        TestMember ben = guarded.asksToJoin("Ben");
        ben.privately().writes("hello");
        ben.privately().heard("Who invited you?");
        ben.privately().writes("nobody");
        ben.privately().heard("Sorry, you cannot join.");
        guarded.asksToJoin("Eve");

        clock.advance(Duration.ofHours(1));

        guarded.hasMembers();
        assertThat(trail.search(CaseQuery.latest(10))).extracting(Case::state).containsOnly(CaseState.DONE);
    }

    @Test
    void reportsLeadToStaff() {
        rules("""
                - name: reported
                  mode: enforce
                  on: report
                  when: { reported: { by: 2, within: 1d } }
                  then: [ { alert: "Several people reported this." } ]
                """);
        TestMember ana = group.member("Ana");
        String message = ana.says("something bad");

        group.member("Ben").replies(message, "!report");
        Case queued = only();
        assertThat(queued.state()).isEqualTo(CaseState.OPEN);
        assertThat(mods.allHeard().getLast()).startsWith("Case %s: Ben reported Ana in Test group".formatted(
                queued.number()));
        group.member("Eve").replies(message, "!report");

        assertThat(mods.allHeard().getLast()).contains("Several people reported this.");
        group.heardNothing();
        mods.member("Mia").says("/mod remove " + queued.number());
        assertThat(group.memberNames()).containsExactlyInAnyOrder("Ben", "Eve");
    }

    @Test
    void wrongCaseBindsLaterVersions() {
        rules("""
                - name: words
                  mode: enforce
                  when: { words: [casino] }
                  then: [ { strike: 1 }, { reply: "Not here." } ]
                """);
        group.member("Ana").says("the Casino cinema shows a film");
        group.heard("Not here.");
        mods.member("Mia").says("/mod wrong " + only().number());
        assertThat(only().state()).isEqualTo(CaseState.WRONG);
        String version = only().version();

        rules("""
                - name: words
                  mode: enforce
                  when: { words: [casino, poker] }
                  then: [ { reply: "Not here." } ]
                """);
        group.member("Ana").says("casino");
        assertThat(latest().version()).as("a version that hits the example again is refused").isEqualTo(version);

        rules("""
                - name: words
                  mode: enforce
                  when: { words: [casino] }
                  unless: { words: [cinema] }
                  then: [ { reply: "Never here." } ]
                """);
        group.member("Ana").says("casino");
        assertThat(group.allHeard().getLast()).isEqualTo("Never here.");
    }

    @Test
    void ignoredPersonIsNotServed() {
        rules("""
                - name: words
                  mode: enforce
                  when: { words: [casino] }
                  then: [ { ignore: 1h } ]
                """);
        group.member("Ana").says("casino");

        group.member("Ana").says("/tea");
        group.heardNothing();
        group.member("Ben").says("/tea");
        group.heard("here it is");
    }

    @Test
    void costsHaveALimit() {
        rules("""
                - name: words
                  mode: enforce
                  when: { words: [casino] }
                  then: [ { reply: "Not here." } ]
                """, "budget: { deliveries: 2, within: 1d, instead: alert }");
        group.member("Ana").says("casino");
        group.heard("Not here.");
        group.member("Ana").says("casino");
        group.heard("Not here.");

        group.member("Ana").says("casino");

        group.heardNothing();
        assertThat(mods.allHeard().getLast()).contains("Not here.");
    }

    @Test
    void repliesOfTheLadderCostToo() {
        rules("""
                - name: words
                  mode: enforce
                  when: { words: [casino] }
                  then: [ { strike: 1 } ]
                """, """
                budget: { deliveries: 1, within: 1d, instead: alert }
                    strikes: { ladder: { 1: [ { reply: "First." } ], 2: [ { reply: "Second." } ] } }""");
        group.member("Ana").says("casino");
        group.heard("First.");

        group.member("Ana").says("casino");

        group.heardNothing();
        assertThat(mods.allHeard().getLast()).contains("Second.");
    }

    @Test
    void wrongFileLeavesTheOldRules() {
        rules(LINKS.formatted("enforce"));
        group.member("Ana").says("http://spam.example.com");
        group.heard("No links here, Ana.");

        RuleFileExtension.write("policies: [ { name: x, ruls: [] } ]");
        group.member("Ana").says("http://spam.example.com");

        group.heard("No links here, Ana.");
    }

    @Test
    void caseIsFoundShownForgivenAndErased() {
        rules(LINKS.formatted("enforce"));
        TestMember ana = group.member("Ana");
        ana.says("http://spam.example.com");
        String number = only().number();

        mods.member("Mia").says("/mod find Ana");
        assertThat(mods.allHeard().getLast()).isEqualTo(number + " Ana: community/foreign-links (done)");
        mods.member("Mia").says("/mod forgive " + number + " first time");
        mods.member("Mia").says("/mod show " + number);
        assertThat(mods.allHeard().getLast()).contains("forgiven Mia: first time", "State: forgiven");
        assertThat(trail.erase(ana.phone(), only().at())).isPositive();
        assertThat(trail.verify()).isEmpty();
        mods.member("Mia").says("/mod show " + number);
        assertThat(mods.allHeard().getLast()).contains("(erased)").doesNotContain("Ana", "spam");
    }

    @Test
    void chainLettersAreToldFromForwards() {
        rules("""
                - name: chain-letters
                  mode: enforce
                  when: { forwarded: often }
                  then: [ { reply: "No chain letters." } ]
                """);
        group.member("Ana").forwards("a photo of my cat, from my sister");
        group.heardNothing();

        group.member("Ana").forwardsOften("send this to ten friends");

        group.heard("No chain letters.");
    }
}
