package dev.tertulia.moderation.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.message.Member;
import dev.tertulia.moderation.rules.Condition.LinkKind;
import dev.tertulia.moderation.rules.Wording.WhenShut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RuleFileTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/tertulia/moderation/rules");
    private static final WhenShut HELD = new WhenShut.Hold(Duration.ofDays(1));

    static final String EXAMPLE = """
            version: 1
            staff:
              people: ["+15550001111", "US.134"]
              alerts: { label: mods }
            history: { keep: 30d }
            canary: 10%
            policies:
              - name: community
                groups: { label: community }
                budget: { deliveries: 200, within: 24h, instead: alert }
                strikes:
                  decay: { every: 30d, by: 1 }
                  ladder:
                    2: [ { private: "Please read the rules, {name}." } ]
                    3: [ { propose: remove, approvals: 1, expires: 24h } ]
                rules:
                  - name: foreign-links
                    mode: shadow
                    on: message
                    when: { links: { not_in: [example.org] } }
                    unless: { staff: true, member_for: 90d }
                    then: [ { strike: 1 }, { reply: "Links to other sites are not welcome here, {name}." } ]
                  - name: door
                    mode: enforce
                    on: join_request
                    when: { country: { not_in: ["+34", "+351"] } }
                    then: [ { ask: "Who invited you?", within: 1h, wrong: reject, answers: ["ana", "club"] } ]
            """;

    @Test
    void readsSettings() {
        RuleSet rules = RuleFile.read(EXAMPLE, FOLDER);

        assertThat(rules.settings()).isEqualTo(new Settings(
                new StaffSettings(List.of(Member.of("+15550001111"), Member.of("US.134")),
                        new StaffSettings.Alerts.ToLabel("mods")),
                new History(Duration.ofDays(30)), Duration.ofDays(400), new Canary(10)));
        assertThat(rules.warnings()).isEmpty();
    }

    @Test
    void readsPolicies() {
        Policy policy = RuleFile.read(EXAMPLE, FOLDER).policies().getFirst();

        assertThat(policy.name()).isEqualTo("community");
        assertThat(policy.groups()).isEqualTo(new Policy.Groups.Labelled("community"));
        assertThat(policy.budget()).isEqualTo(new Budget(200, Duration.ofDays(1), Budget.Instead.ALERT));
        assertThat(policy.strikes().decay()).isEqualTo(new Strikes.Decay(Duration.ofDays(30), 1));
        assertThat(policy.strikes().reached(1, 3)).containsExactly(
                new Action.Private(new Wording("Please read the rules, {name}.", HELD)),
                new Action.ProposeRemoval(1, Duration.ofDays(1), Duration.ZERO));
        assertThat(policy.strikes().reached(3, 3)).isEmpty();
    }

    @Test
    void readsRules() {
        assertThat(RuleFile.read(EXAMPLE, FOLDER).policies().getFirst().rules()).containsExactly(
                new Rule("foreign-links", Mode.SHADOW, On.MESSAGE,
                        new Condition.Links(Set.of(), Set.of(), Set.of("example.org")),
                        new Condition.Any(List.of(new Condition.Staff(), new Condition.MemberFor(Duration.ofDays(90)))),
                        List.of(new Action.Strike(1), new Action.Reply(
                                new Wording("Links to other sites are not welcome here, {name}.", HELD)))),
                new Rule("door", Mode.ENFORCE, On.JOIN_REQUEST, new Condition.Country(Set.of(), Set.of("34", "351")),
                        Condition.NEVER, List.of(new Action.Ask(new Wording("Who invited you?", HELD),
                                Duration.ofHours(1), Action.Wrong.REJECT, List.of("ana", "club"), List.of()))));
    }

    @Test
    void anEmptyFileHasNoRules() {
        assertThat(RuleFile.read("", FOLDER).policies()).isEmpty();
        assertThat(RuleFile.read("# nothing yet\n", FOLDER).policies()).isEmpty();
        assertThat(RuleFile.read("version: 1\npolicies: []", FOLDER).policies()).isEmpty();
    }

    static String file(String on, String when, String then) {
        return """
                policies:
                  - name: p
                    groups: { ids: [g] }
                    rules:
                      - { name: r, irreversible: true, on: %s, when: %s, then: [ %s ] }
                """.formatted(on, when, then);
    }

    private static Rule rule(String on, String when, String then) {
        return RuleFile.read(file(on, when, then), FOLDER).policies().getFirst().rules().getFirst();
    }

    static Stream<Arguments> conditions() {
        Condition links = new Condition.Links(Set.of(), Set.of(), Set.of());
        return Stream.of(
                arguments("words: [spam, buy now]", new Condition.Words(List.of("spam", "buy now"), true, true)),
                arguments("words: { file: words.txt, whole_word: false, fold: false }",
                        new Condition.Words(List.of("spam", "buy now"), false, false)),
                arguments("pattern: 'a+b'", new Condition.TextPattern("a+b")), arguments("links: any", links),
                arguments("links: { any: true }", links),
                arguments("links: { in: [Example.org], invites: true, shorteners: true }",
                        new Condition.Links(Set.of(LinkKind.INVITE, LinkKind.SHORTENER), Set.of("example.org"),
                                Set.of())),
                arguments("links: { in: [españa.es] }",
                        new Condition.Links(Set.of(), Set.of("xn--espaa-rta.es"), Set.of())),
                arguments("phone_numbers: true", new Condition.PhoneNumbers()),
                arguments("emails: false", new Condition.Not(new Condition.Emails())),
                arguments("contacts: true", new Condition.Contacts()),
                arguments("media: [image, voice]", new Condition.Media(Set.of(MessageType.IMAGE, MessageType.VOICE))),
                arguments("forwarded: true", new Condition.Forwarded(false)),
                arguments("forwarded: often", new Condition.Forwarded(true)),
                arguments("flood: { messages: 5, within: 1m30s, per: group }",
                        new Condition.Flood(5, Duration.ofSeconds(90), Per.GROUP)),
                arguments("repeated: { times: 3, within: 1w, per: fleet, similar: true }",
                        new Condition.Repeated(3, Duration.ofDays(7), Per.FLEET, true)),
                arguments("capitals: 80%", new Condition.Capitals(80, 10)),
                arguments("capitals: { over: 60%, letters: 5 }", new Condition.Capitals(60, 5)),
                arguments("emoji: 10", new Condition.Emoji(new Range(10, Long.MAX_VALUE))),
                arguments("emoji: { over: 10 }", new Condition.Emoji(new Range(11, Long.MAX_VALUE))),
                arguments("length: { at_least: 2, under: 9 }", new Condition.Length(new Range(2, 8))),
                arguments("length: { at_most: 9 }", new Condition.Length(new Range(0, 9))),
                arguments("hours: { from: 22:00, to: 7:30, zone: Europe/Madrid }", new Condition.Hours(
                        LocalTime.of(22, 0), LocalTime.of(7, 30), ZoneId.of("Europe/Madrid"))),
                arguments("newcomer: { within: 24h }", new Condition.Newcomer(Duration.ofDays(1))),
                arguments("newcomer: 24h", new Condition.Newcomer(Duration.ofDays(1))),
                arguments("country: { in: [\"+34\", PT] }", new Condition.Country(Set.of("34", "PT"), Set.of())),
                arguments("strikes: { at_least: 2 }", new Condition.StrikeCount(2)),
                arguments("classifier: { name: openai, label: hate, over: 0.8 }",
                        new Condition.Classified("openai", "hate", 0.8)),
                arguments("emails: true, links: any", new Condition.All(List.of(new Condition.Emails(), links))),
                arguments("any: { emails: true, links: any }",
                        new Condition.Any(List.of(new Condition.Emails(), links))),
                arguments("all: [ { emails: true }, { not: { links: any } } ]",
                        new Condition.All(List.of(new Condition.Emails(), new Condition.Not(links)))));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void readsConditions(String text, Condition condition) {
        assertThat(rule("message", "{ " + text + " }", "note: true").when()).isEqualTo(condition);
    }

    @Test
    void readsConditionsOfOtherEvents() {
        assertThat(rule("join", "{ join_wave: { requests: 5, within: 1h } }", "note: true").when())
                .isEqualTo(new Condition.JoinWave(5, Duration.ofHours(1), Per.GROUP));
        assertThat(rule("report", "{ reported: { by: 2, within: 1h } }", "note: true").when())
                .isEqualTo(new Condition.Reported(2, Duration.ofHours(1)));
    }

    static Stream<Arguments> actions() {
        return Stream.of(arguments("message", "note: true", new Action.Note(null)),
                arguments("message", "note: why", new Action.Note("why")),
                arguments("message", "reply: { text: Hi, template: welcome }",
                        new Action.Reply(new Wording("Hi", new WhenShut.UseTemplate("welcome", null, List.of())))),
                arguments("message", "{ private: Hi, template: { name: w, language: es, parameters: [\"{name}\"] } }",
                        new Action.Private(new Wording("Hi", new WhenShut.UseTemplate("w", "es", List.of("{name}"))))),
                arguments("message", "{ reply: Hi, hold: 12h }",
                        new Action.Reply(new Wording("Hi", new WhenShut.Hold(Duration.ofHours(12))))),
                arguments("message", "{ reply: Hi, drop: true }",
                        new Action.Reply(new Wording("Hi", new WhenShut.Drop()))),
                arguments("message", "alert: \"{name} in {group}\"", new Action.Alert("{name} in {group}")),
                arguments("message", "{ propose: remove, approvals: 2, expires: 2d, delay: 1h }",
                        new Action.ProposeRemoval(2, Duration.ofDays(2), Duration.ofHours(1))),
                arguments("message", "remove: true", new Action.Remove()),
                arguments("message", "ignore: 1h", new Action.Ignore(Duration.ofHours(1))),
                arguments("message", "reset_link: true", new Action.ResetLink()),
                arguments("message", "hold_requests: 2h", new Action.HoldRequests(Duration.ofHours(2))),
                arguments("join_request", "approve: true", new Action.Approve()),
                arguments("join_request", "reject: true", new Action.Reject()),
                arguments("join_request", "{ ask: \"Tea?\", answers: [yes], buttons: [yes, no] }",
                        new Action.Ask(new Wording("Tea?", HELD), Duration.ofHours(1), Action.Wrong.LEAVE,
                                List.of("yes"), List.of("yes", "no"))));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void readsActions(String on, String text, Action action) {
        assertThat(rule(on, "{ strikes: 1 }", text.startsWith("{") ? text : "{ " + text + " }").then())
                .containsExactly(action);
    }

    @Test
    void warnsOfWhatIsProbablyNotMeant() {
        assertThat(RuleFile.read("""
                policies:
                  - name: p
                    groups: { all: true }
                    rules:
                      - name: r
                        irreversible: true
                        when: { hours: { from: 1:00, to: 2:00 } }
                        then: [ { note: true } ]
                """, FOLDER).warnings()).extracting(Problem::toString).containsExactly(
                "line 6, column 9: 'irreversible' has no effect: the rule does not say 'remove: true'",
                "line 7, column 17: 'hours' has no zone, so these are hours of UTC; write for example zone: Europe/Madrid");
    }

    @Test
    void listsMayBeginWithTheMarkOfUtf8(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("w.txt"), "\uFEFF# our words\nspam");
        Files.writeString(folder.resolve("c.txt"), "\uFEFF+34");
        String rules = file("message", "{ words: { file: w.txt, fold: false }, country: { in: { file: c.txt } } }",
                "note: true");

        assertThat(RuleFile.read(rules, folder).policies().getFirst().rules().getFirst().when())
                .isEqualTo(new Condition.All(List.of(new Condition.Words(List.of("spam"), true, false),
                        new Condition.Country(Set.of("34"), Set.of()))));
    }

    @Test
    void theVersionDependsOnFileAndLists(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rules.yml"), """
                policies:
                  - { name: p, groups: { all: true }, rules: [ { name: r, when: { words: { file: w.txt } }, then: [ { note: true } ] } ] }
                """);
        Path words = Files.writeString(folder.resolve("w.txt"), "spam");
        String first = RuleFile.read(file).id();

        assertThat(RuleFile.read(file).id()).isEqualTo(first).hasSize(10);
        Files.writeString(words, "spam\nham");
        assertThat(RuleFile.read(file).id()).isNotEqualTo(first);
    }

    @Test
    void labelsThatNoGroupHasAreNamed() {
        RuleSet rules = RuleFile.read(EXAMPLE, FOLDER);

        assertThat(rules.unknownLabels(Set.of("mods", "community"))).isEmpty();
        assertThat(rules.unknownLabels(Set.of("mods", "tea", "comunity"))).containsExactly(new Problem(9, 22,
                "no group has the label 'community'; the nearest one that a group has is 'comunity'"));
        assertThat(rules.unknownLabels(Set.of())).containsExactly(
                new Problem(4, 20, "no group has the label 'mods'; no group has any label, and a developer gives them"),
                new Problem(9, 22,
                        "no group has the label 'community'; no group has any label, and a developer gives them"));
    }

    @Test
    void aCanaryIsAStableShare() {
        List<String> groups = Stream.iterate(0, i -> i + 1).limit(10_000).map(i -> "1203630" + i).toList();
        List<String> few = groups.stream().filter(new Canary(10)::includes).toList();

        assertThat(few).hasSizeBetween(900, 1_100);
        assertThat(groups.stream().filter(new Canary(30)::includes)).containsAll(few);
        assertThat(groups).allMatch(Canary.ALL::includes);
    }
}
