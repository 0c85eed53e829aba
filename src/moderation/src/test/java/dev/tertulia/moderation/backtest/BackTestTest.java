package dev.tertulia.moderation.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.moderation.backtest.BackTestReport.Comparison;
import dev.tertulia.moderation.backtest.BackTestReport.Example;
import dev.tertulia.moderation.backtest.PastEvent.Person;
import dev.tertulia.moderation.judge.Post.Forwarding;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleSet;

import static org.assertj.core.api.Assertions.assertThat;

class BackTestTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final List<PastEvent> events = new ArrayList<>();

    private static RuleSet rules(String rules) {
        return RuleFile.read("""
                staff: { people: ["+34600000009"] }
                policies:
                  - name: p
                    groups: { label: community }
                    strikes:
                      ladder: { 2: [ { propose: remove } ] }
                    rules:
                """ + rules.indent(6), Path.of(""));
    }

    private void past(String member, int minute, String type, String text) {
        events.add(new PastEvent(START.plus(Duration.ofMinutes(minute)), "g1", Set.of("community"),
                new Person(member, member, member, START), type, text, Forwarding.NOT));
    }

    private BackTestReport run(RuleSet rules, @Nullable RuleSet against) throws IOException {
        return BackTest.run(rules, against, (consumer, progress) -> {
            for (int i = 0; i < events.size(); i++) {
                consumer.accept(i + 1, events.get(i));
            }
            return new BadLines();
        }, History.Progress.SILENT);
    }

    @Test
    void countsHitsAndActions() throws IOException {
        past("34600000001", 0, "text", "see example.org");
        past("34600000001", 1, "text", "hello");
        past("34600000001", 2, "text", "see example.com");
        past("34600000002", 3, "text", "example.net");
        past("34600000009", 4, "text", "staff.org may");
        past("34600000003", 5, "join_request", "");

        BackTestReport report = run(rules("""
                - name: links
                  mode: draft
                  when: { links: any }
                  unless: { staff: true }
                  then: [ { strike: 1 }, { reply: "No links" } ]
                - { name: door, on: join_request, when: { country: { in: [ES] } }, then: [ { reject: true } ] }
                - { name: never, when: { words: [spam] }, then: [ { note: true } ] }
                """), null);

        assertThat(report.messages()).isEqualTo(6);
        assertThat(report.hit()).isEqualTo(4);
        assertThat(report.first()).isEqualTo(START);
        assertThat(report.last()).isEqualTo(START.plus(Duration.ofMinutes(5)));
        assertThat(report.actions()).isEqualTo(Map.of("strike", 3L, "reply", 3L, "propose", 1L, "reject", 1L));
        assertThat(report.rules().keySet()).containsExactly("links", "door", "never");
        assertThat(report.rules().get("links").hits()).isEqualTo(3);
        assertThat(report.rules().get("links").people()).isEqualTo(2);
        assertThat(report.rules().get("links").groups()).isEqualTo(1);
        assertThat(report.rules().get("links").examples()).first()
                .isEqualTo(new Example(START, "g1", "34600000001", "see example.org", "example.org"));
        assertThat(report.rules().get("never").hits()).isZero();
    }

    @Test
    void countsInTheTimeOfTheEvents() throws IOException {
        for (int minute : new int[]{0, 1, 2, 60, 61}) {
            past("34600000001", minute, "text", "hello " + minute);
        }

        BackTestReport report = run(rules("""
                - { name: flood, when: { flood: { messages: 3, within: 10m } }, then: [ { note: true } ] }
                """), null);

        assertThat(report.rules().get("flood").examples()).extracting(Example::text).containsExactly("hello 2");
    }

    @Test
    void strikesDecayInTheTimeOfTheEvents() throws IOException {
        RuleSet rules = RuleFile.read("""
                policies:
                  - name: p
                    groups: { all: true }
                    strikes: { decay: { every: 1h, by: 1 }, ladder: { 2: [ { alert: true } ] } }
                    rules:
                      - { name: r, when: { words: [bad] }, then: [ { strike: 1 } ] }
                      - { name: s, when: { strikes: 1 }, then: [ { note: true } ] }
                """, Path.of(""));
        past("34600000001", 0, "text", "bad");
        past("34600000001", 30, "text", "good");
        past("34600000001", 90, "text", "bad");
        past("34600000001", 91, "text", "bad");

        BackTestReport report = run(rules, null);

        assertThat(report.rules().get("r").actions()).isEqualTo(Map.of("strike", 3L, "alert", 1L));
        assertThat(report.rules().get("s").examples()).extracting(Example::text).containsExactly("good", "bad");
        assertThat(report.rules().get("s").hits()).isEqualTo(2);
    }

    @Test
    void comparesWithAnotherVersion() throws IOException {
        past("34600000001", 0, "text", "spam");
        past("34600000001", 1, "text", "ham");
        past("34600000001", 2, "text", "egg");

        BackTestReport report = run(
                rules("- { name: r, when: { words: [ham, egg] }, then: [ { note: true } ] }\n"
                        + "- { name: new, when: { words: [ham] }, then: [ { note: true } ] }"),
                rules("- { name: r, when: { words: [spam, egg] }, then: [ { note: true } ] }\n"
                        + "- { name: old, when: { words: [ham] }, then: [ { note: true } ] }"));

        Comparison comparison = report.rules().get("r").comparison();
        assertThat(comparison.before()).isEqualTo(2);
        assertThat(comparison.more()).isEqualTo(1);
        assertThat(comparison.fewer()).isEqualTo(1);
        assertThat(comparison.added()).extracting(Example::text).containsExactly("ham");
        assertThat(comparison.gone()).extracting(Example::text).containsExactly("spam");
        assertThat(report.rules().get("new").comparison().before()).isZero();
        assertThat(report.removed()).isEqualTo(Map.of("old", 1L));
    }
}
