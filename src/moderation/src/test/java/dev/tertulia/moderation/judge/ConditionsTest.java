package dev.tertulia.moderation.judge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.moderation.judge.Post.Forwarding;
import dev.tertulia.moderation.rules.MessageType;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.moderation.rules.RuleFile;

import static dev.tertulia.moderation.judge.Subjects.report;
import static dev.tertulia.moderation.judge.Subjects.request;
import static dev.tertulia.moderation.judge.Subjects.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each condition holds for one event and not for another. */
class ConditionsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeCounters counters = new FakeCounters();

    private static Judge judge(String on, String when, Classifier classifier) {
        return Judge.compile(RuleFile.read("""
                policies:
                  - name: p
                    groups: { all: true }
                    rules: [ { name: r, on: %s, when: { %s }, then: [ { note: true } ] } ]
                """.formatted(on, when), Path.of("")), classifier);
    }

    private static Judge judge(String when) {
        return judge("message", when, Classifier.NONE);
    }

    private boolean hits(Judge judge, Subjects event) {
        return !judge.judge(event.subject(), counters).isEmpty();
    }

    static Stream<Arguments> plain() {
        return Stream.of(arguments("words: [casino]", text("Best C4sino!"), text("Best casinos")),
                arguments("words: { list: [casino], whole_word: false }", text("casinos"), text("cash")),
                arguments("words: { list: [casino], fold: false }", text("casino"), text("c4sino")),
                arguments("pattern: 'a+b$'", text("xaab"), text("aabx")),
                arguments("links: any", text("see example.org"), text("see you")),
                arguments("links: { in: [example.org] }", text("https://a.example.org/x"), text("https://example.com")),
                arguments("links: { not_in: [example.org] }", text("https://example.com"), text("https://example.org")),
                arguments("links: { invites: true }", text("https://chat.whatsapp.com/ABCDEFGHIJ0123456789ab"),
                        text("https://example.org")),
                arguments("links: { shorteners: true }", text("https://bit.ly/3x"), text("https://example.org")),
                arguments("links: { in: [straße.de] }", text("https://straße.de/x"), text("https://strasse.de")),
                arguments("phone_numbers: true", text("call +34 612 34 56 78"), text("call me at 5")),
                arguments("emails: true", text("write ana@example.org"), text("write @ana")),
                arguments("contacts: true", text("").type(MessageType.CONTACTS), text("")),
                arguments("media: [image]", text("").type(MessageType.IMAGE), text("").type(MessageType.VIDEO)),
                arguments("media: [audio]", text("").type(MessageType.VOICE), text("")),
                arguments("media: any", text("").type(MessageType.STICKER), text("x")),
                arguments("forwarded: true", text("x").forwarded(Forwarding.FORWARDED), text("x")),
                arguments("forwarded: often", text("x").forwarded(Forwarding.OFTEN),
                        text("x").forwarded(Forwarding.FORWARDED)),
                arguments("capitals: 70%", text("BUY THIS NOW ok"), text("Buy this NOW ok")),
                arguments("capitals: { over: 70%, letters: 20 }", text("BUY THIS NOW AND HERE too"),
                        text("BUY THIS NOW")),
                arguments("emoji: 3", text("👍👍👍"), text("👍👍")),
                arguments("length: { over: 5 }", text("123456"), text("12345")),
                arguments("length: { at_most: 1 }", text("👨‍👩‍👧"), text("ab")),
                arguments("hours: { from: 22:00, to: 7:00, zone: Europe/Madrid }", text("x").at("2026-03-02T21:00:00Z"),
                        text("x").at("2026-03-02T20:59:00Z")),
                arguments("hours: { from: 9:00, to: 12:00, zone: UTC }", text("x").at("2026-03-02T11:59:00Z"),
                        text("x").at("2026-03-02T12:00:00Z")),
                arguments("newcomer: { within: 1d }", text("x").memberFor(Duration.ofHours(23)),
                        text("x").memberFor(Duration.ofHours(25))),
                arguments("newcomer: 1d", text("x").memberFor(Duration.ofHours(23)),
                        text("x").memberFor(Duration.ofHours(24))),
                arguments("newcomer: { within: 1d }", text("x").memberFor(Duration.ZERO), text("x").memberFor(null)),
                arguments("member_for: 1d", text("x").memberFor(Duration.ofHours(25)), text("x").memberFor(null)),
                arguments("member_for: 1d", text("x").memberFor(Duration.ofHours(24)),
                        text("x").memberFor(Duration.ofHours(23))),
                arguments("staff: true", text("x").staff(), text("x")),
                arguments("country: { in: [\"+34\"] }", text("x"), text("x").phone("351912345678")),
                arguments("country: { in: [PT] }", text("x").phone("351912345678"), text("x").phone("34612345678")),
                arguments("country: { not_in: [\"+34\"] }", text("x").phone("351912345678"), text("x")),
                arguments("country: { not_in: [\"+34\"] }", text("x").phone("351912345678"), text("x").phone(null)),
                arguments("strikes: { at_least: 2 }", text("x").strikes(2), text("x").strikes(1)),
                arguments("links: any, emails: true", text("example.org a@example.org"), text("see example.org")),
                arguments("any: { links: any, emoji: 1 }", text("👍"), text("x")),
                arguments("all: [ { links: any }, { emoji: 1 } ]", text("example.org 👍"), text("👍")),
                arguments("not: { links: any }", text("x"), text("example.org")));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void holds(String when, Subjects one, Subjects other) {
        Judge judge = judge(when);

        assertThat(hits(judge, one)).isTrue();
        assertThat(hits(judge, other)).isFalse();
        assertThat(counters.calls).isEmpty();
    }

    static Stream<Arguments> counted() {
        Subjects first = text("the same words");
        return Stream.of(arguments("flood: { messages: 3, within: 10m }", first, true),
                arguments("flood: { messages: 3, within: 1m }", first, false),
                arguments("flood: { messages: 4, within: 10m }", first, false),
                arguments("repeated: { times: 3, within: 10m }", first, true),
                arguments("repeated: { times: 3, within: 1m }", first, false),
                arguments("repeated: { times: 3, within: 10m }", text("").type(MessageType.IMAGE), false));
    }

    @ParameterizedTest
    @MethodSource("counted")
    void countsThreeMessages(String when, Subjects event, boolean hits) {
        Judge judge = judge(when);

        assertThat(hits(judge, event)).isFalse();
        assertThat(hits(judge, event.again("k2", MINUTE))).isFalse();
        assertThat(hits(judge, event.again("k2", MINUTE))).as("the same event again").isFalse();
        assertThat(hits(judge, event.again("k3", MINUTE.multipliedBy(2)))).isEqualTo(hits);
    }

    static Stream<Arguments> over() {
        return Stream.of(arguments("member", true, false), arguments("group", false, true),
                arguments("fleet", true, true));
    }

    @ParameterizedTest
    @MethodSource("over")
    void countsPerMemberGroupAndFleet(String per, boolean otherGroup, boolean otherPerson) {
        for (String when : List.of("flood: { messages: 2, within: 1h, per: %s }",
                "repeated: { times: 2, within: 1h, per: %s }",
                "repeated: { times: 2, within: 1h, per: %s, similar: true }")) {
            Judge judge = judge(when.formatted(per));
            FakeCounters own = new FakeCounters();
            Subjects event = text("one text that is neither short nor long");
            judge.judge(event.subject(), own);

            assertThat(judge.judge(event.again("k2", MINUTE).in("g2").subject(), own)).as(when)
                    .hasSize(otherGroup ? 1 : 0);
            own = new FakeCounters();
            judge.judge(event.subject(), own);
            assertThat(judge.judge(event.again("k2", MINUTE).of("US.2").subject(), own)).as(when)
                    .hasSize(otherPerson ? 1 : 0);
        }
    }

    @Test
    void repeatedComparesTheWords() {
        Judge judge = judge("repeated: { times: 2, within: 1h }");

        assertThat(hits(judge, text("Buy cheap watches"))).isFalse();
        assertThat(hits(judge, text("Sell cheap watches").again("k2", MINUTE))).isFalse();
        assertThat(hits(judge, text("BUY chéap wat\u200Bches!!").again("k3", MINUTE))).isTrue();
    }

    @Test
    void similarComparesNearlyTheSameWords() {
        String offer = "Dear friends, today we have a wonderful offer for everybody who wants to earn money from home,"
                + " write to me in private and I will explain how it works %s";
        Judge judge = judge("repeated: { times: 3, within: 1h, similar: true }");

        assertThat(hits(judge, text(offer.formatted("a")))).isFalse();
        assertThat(hits(judge, text(offer.formatted("b")).again("k2", MINUTE))).isFalse();
        assertThat(hits(judge, text("Something else that has nothing to do with it").again("k3", MINUTE))).isFalse();
        assertThat(hits(judge, text(offer.formatted("c")).again("k4", MINUTE))).isTrue();
    }

    @Test
    void whoJoinsIsANewcomer() {
        Subjects join = text("").on(On.JOIN);

        assertThat(hits(judge("join", "newcomer: 7d", Classifier.NONE), join)).isTrue();
        assertThat(hits(judge("join", "newcomer: 7d", Classifier.NONE), join.memberFor(null))).isTrue();
        assertThat(hits(judge("join", "member_for: 7d", Classifier.NONE), join)).isFalse();
    }

    @Test
    void joinWaveCountsRequestsOfAGroup() {
        Judge judge = judge("join_request", "join_wave: { requests: 2, within: 10m }", Classifier.NONE);

        assertThat(hits(judge, request("34600000001"))).isFalse();
        assertThat(hits(judge, request("34600000002").again("k2", MINUTE).in("g2"))).isFalse();
        assertThat(hits(judge, request("34600000003").again("k3", MINUTE))).isTrue();
    }

    @Test
    void joinWaveCountsJoinsOfTheFleet() {
        Judge judge = judge("join", "join_wave: { requests: 2, within: 10m, per: fleet }", Classifier.NONE);

        assertThat(hits(judge, request("34600000001").on(On.JOIN))).isFalse();
        assertThat(hits(judge, request("34600000002").on(On.JOIN).again("k2", MINUTE).in("g2"))).isTrue();
    }

    @Test
    void reportedCountsMembers() {
        Judge judge = judge("report", "reported: { by: 2, within: 1h }", Classifier.NONE);

        assertThat(hits(judge, report("ben"))).isFalse();
        assertThat(hits(judge, report("ben").again("k2", MINUTE))).as("the same member").isFalse();
        assertThat(hits(judge, report("eva"))).isTrue();
    }

    @Test
    void classifierAsksForAScore() {
        Classifier scores = (name, label, text) -> name.equals("m") && label.equals("hate") && text.equals("bad")
                ? OptionalDouble.of(0.9)
                : OptionalDouble.of(0.1);
        Judge judge = judge("message", "classifier: { name: m, label: hate, over: 0.8 }", scores);

        assertThat(hits(judge, text("bad"))).isTrue();
        assertThat(hits(judge, text("good"))).isFalse();
    }

    @Test
    void classifierWithoutAScoreIsNoHit() {
        assertThat(hits(judge("classifier: { label: hate, over: 0 }"), text("bad"))).isFalse();
    }
}
