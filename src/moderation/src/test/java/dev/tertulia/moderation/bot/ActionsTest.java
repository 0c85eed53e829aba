package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tertulia.bot.Groups;
import dev.tertulia.business.Business;
import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.Called;
import dev.tertulia.testkit.TestClock;
import dev.tertulia.testkit.TestGroup;
import dev.tertulia.testkit.TestMember;
import dev.tertulia.testkit.WithApproval;

import static org.assertj.core.api.Assertions.assertThat;

/** Each action of a rule, alone. */
@ExtendWith(RuleFileExtension.class)
@BotTest(value = {ModerationBot.class, StaffBot.class}, properties = {RuleFileExtension.FILE,
        RuleFileExtension.AT_ONCE})
class ActionsTest {

    private final TestGroup group;
    private final TestGroup mods;
    private final TestGroup guarded;
    private final Business business;
    private final Trail trail;

    ActionsTest(TestGroup group, @Called("Mods") TestGroup mods, @WithApproval TestGroup guarded, Business business,
            Logs logs) {
        this.group = group;
        this.mods = mods;
        this.guarded = guarded;
        this.business = business;
        trail = Trail.of(logs, Duration.ofDays(400));
        mods.member("Mia").says("hello");
    }

    /** Rules of the policy "community" in all groups, with Mia as staff. */
    private void rules(String rules) {
        RuleFileExtension.write("""
                staff: { people: ["+%s"], alerts: { group: "%s" } }
                policies:
                  - name: community
                    groups: { all: true }
                    rules:
                """.formatted(mods.member("Mia").phone(), mods.id()) + rules.indent(6));
    }

    /** A rule in force that messages with the word "casino" hit. */
    private void casino(String then) {
        rules("- { name: words, mode: enforce, when: { words: [casino] }, then: [ " + then + " ] }");
    }

    /** A rule in force on everybody who asks to join. */
    private void door(String then) {
        rules("- { name: door, mode: enforce, on: join_request, then: [ " + then + " ] }");
    }

    private Case only() {
        assertThat(trail.search(CaseQuery.latest(10))).hasSize(1);
        return latest();
    }

    private Case latest() {
        return trail.search(CaseQuery.latest(1)).getFirst();
    }

    @Test
    void noteIsKeptInTheCase() {
        casino("{ note: \"look at {name}\" }");

        group.member("Ana").says("casino");

        group.heardNothing();
        mods.heardNothing();
        assertThat(only().state()).isEqualTo(CaseState.NOTED);
        assertThat(only().deeds()).singleElement().satisfies(deed -> assertThat(deed.with())
                .containsExactly(Map.entry("text", "look at Ana")));
    }

    @Test
    void strikesAreCounted() {
        casino("{ strike: 2 }, { reply: \"{name}, you have {strikes} strikes.\" }");

        group.member("Ana").says("casino");
        group.heard("Ana, you have 2 strikes.");
        group.member("Ana").says("casino");

        group.heard("Ana, you have 4 strikes.");
        assertThat(latest().strikes()).containsExactly(Map.entry("community", 2));
    }

    @Test
    void replyFillsInItsNames() {
        casino("{ reply: \"{name}, rule {rule} of {group} forbids that: {case}\" }");

        group.member("Ana").says("casino");

        group.heard("Ana, rule words of " + group.subject() + " forbids that: " + only().number());
    }

    @Test
    void namesOfPeopleArePlaceholdersOfNothing() {
        casino("{ reply: \"{name} and {rule}\" }");

        group.member("{rule} $1").says("casino");

        group.heard("{rule} $1 and words");
    }

    @Test
    void replyTakesTheTemplateWhileTheWindowIsShut() {
        rules("""
                - name: welcome
                  mode: enforce
                  on: join
                  then:
                    - reply: "Welcome to {group}, {name}."
                      template: { name: rules_reminder, language: en, parameters: ["{name}", "{group}"] }
                """);
        TestMember ben = group.join("Ben");
        group.heardTemplate("rules_reminder", ben.phone(), group.subject());
        ben.says("hello");

        TestMember eve = group.join("Eve");

        group.heard("Welcome to " + group.subject() + ", " + eve.phone() + ".");
    }

    @Test
    void replyIsDroppedWhileTheWindowIsShut() {
        rules("- { name: welcome, mode: enforce, on: join, then: [ { reply: Welcome, drop: true } ] }");

        group.join("Ben").says("hello");

        group.heardNothing();
        assertThat(only().deed(Deeds.REPLY)).isPresent();
    }

    @Test
    void privateMessageReachesThePerson() {
        casino("{ private: \"Please stop, {name}.\" }");
        TestMember ana = group.member("Ana");
        ana.privately().writes("hello");

        ana.says("casino");

        ana.privately().heard("Please stop, Ana.");
        group.heardNothing();
    }

    @Test
    void privateMessageTakesTheTemplateWhileTheWindowIsShut() {
        casino("{ private: \"Please stop.\", template: { name: rules_reminder, language: en,"
                + " parameters: [\"{name}\", \"{group}\"] } }");

        group.member("Ana").says("casino");

        group.member("Ana").privately().heardTemplate("rules_reminder", "Ana", group.subject());
    }

    @Test
    void privateMessageWaitsUntilThePersonWrites() {
        casino("{ private: \"Please stop, {name}.\", hold: 1d }");
        TestMember ana = group.member("Ana");
        ana.says("casino");
        ana.privately().heardNothing();

        ana.privately().writes("hello");

        ana.privately().heard("Please stop, Ana.");
    }

    @Test
    void alertReachesStaff() {
        casino("{ alert: \"{name} is at it again.\" }");

        group.member("Ana").says("casino");

        mods.heard("""
                Case %s: Ana in %s
                Rule community/words: casino
                Message: casino
                Ana is at it again.""".formatted(only().number(), group.subject()));
        group.heardNothing();
    }

    @Test
    void linkIsReset() {
        casino("{ reset_link: true }");
        String before = business.groups().inviteLink(group.id());

        group.member("Ana").says("casino");

        assertThat(business.groups().inviteLink(group.id())).isNotEqualTo(before);
    }

    @Test
    void requestIsApproved() {
        door("{ approve: true }");

        guarded.asksToJoin("Ben");

        guarded.hasMembers("Ben");
        assertThat(only().state()).isEqualTo(CaseState.DONE);
    }

    @Test
    void requestIsRejected() {
        door("{ reject: true }");

        guarded.asksToJoin("Ben");

        guarded.hasMembers();
        assertThat(business.groups().joinRequests(guarded.id())).isEmpty();
    }

    @Test
    void requestsAreLeftToStaffForATime(TestClock clock) {
        rules("""
                - { name: all, mode: enforce, on: join_request, then: [ { approve: true } ] }
                - name: wave
                  mode: enforce
                  on: join_request
                  when: { join_wave: { requests: 2, within: 10m } }
                  then: [ { hold_requests: 1h } ]
                """);
        guarded.asksToJoin("Ben");
        guarded.asksToJoin("Eve");
        guarded.hasMembers("Ben", "Eve");

        clock.advance(Duration.ofMinutes(30));
        TestMember kim = guarded.asksToJoin("Kim");

        guarded.hasMembers("Ben", "Eve");
        assertThat(mods.allHeard().getLast()).startsWith("Case " + latest().number() + ": " + kim.phone())
                .endsWith("Wants to join. Let them in: /mod yes %1$s, or not: /mod no %1$s".formatted(
                        latest().number()));
        mods.member("Mia").says("/mod yes " + latest().number());
        guarded.hasMembers("Ben", "Eve", "Kim");
        clock.advance(Duration.ofMinutes(31));
        guarded.asksToJoin("Zoe");
        guarded.hasMembers("Ben", "Eve", "Kim", "Zoe");
    }

    @Test
    void questionIsATemplateForAStranger() {
        door("{ ask: \"Who invited you?\", answers: [club], within: 1h, wrong: reject,"
                + " template: { name: door_question, language: en, parameters: [\"{name}\"] } }");
        TestMember ben = guarded.asksToJoin("Ben");
        ben.privately().heardTemplate("door_question", ben.phone());

        ben.privately().writes("the chess CLUB");

        ben.privately().heard("Thank you. You can join now.");
        guarded.hasMembers("Ben");
    }

    @Test
    void questionHasButtons() {
        door("{ ask: \"Do you accept the rules?\", buttons: [\"Yes\", \"No\"], answers: [\"yes\"], wrong: reject,"
                + " hold: 1h, within: 1h }");
        TestMember ben = guarded.asksToJoin("Ben");
        ben.privately().writes("hello");

        ben.privately().taps(ben.privately().heardChoices("Do you accept the rules?", "Yes", "No"), "No");

        ben.privately().heard("Sorry, you cannot join.");
        guarded.hasMembers();
        assertThat(business.groups().joinRequests(guarded.id())).isEmpty();
    }

    @Test
    void wrongAnswerIsLeftToStaff() {
        door("{ ask: \"Who invited you?\", answers: [club], hold: 1h, within: 1h }");
        TestMember ben = guarded.asksToJoin("Ben");
        ben.privately().writes("hello");
        ben.privately().heard("Who invited you?");

        ben.privately().writes("nobody");

        ben.privately().heard("Thank you. Somebody will look at your request.");
        assertThat(mods.allHeard().getLast()).contains("answered Ben: nobody", "/mod yes " + only().number());
        ben.privately().writes("the club");
        guarded.hasMembers();
        mods.member("Mia").says("/mod no " + only().number());
        assertThat(business.groups().joinRequests(guarded.id())).isEmpty();
        guarded.hasMembers();
    }
}
