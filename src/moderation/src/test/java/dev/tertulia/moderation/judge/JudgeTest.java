package dev.tertulia.moderation.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.fleet.Counter;
import dev.tertulia.moderation.rules.Mode;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleSet;

import static dev.tertulia.moderation.judge.Subjects.text;
import static org.assertj.core.api.Assertions.assertThat;

class JudgeTest {

    private final FakeCounters counters = new FakeCounters();

    private static RuleSet rules(String... rules) {
        String items = List.of(rules).stream().map(rule -> "      - { " + rule + ", then: [ { note: true } ] }\n")
                .collect(Collectors.joining());
        return RuleFile.read("policies:\n  - name: p\n    groups: { label: community }\n    rules:\n" + items,
                Path.of(""));
    }

    private List<String> hits(RuleSet rules, Subject event) {
        return Judge.compile(rules, Classifier.NONE).judge(event, counters).stream().map(hit -> hit.rule().name())
                .toList();
    }

    @Test
    void hitsInTheOrderOfTheFile() {
        RuleSet rules = rules("name: b, when: { links: any }", "name: a, when: { words: [see] }",
                "name: c, when: { emails: true }");

        assertThat(hits(rules, text("see example.org").subject())).containsExactly("b", "a");
    }

    @Test
    void draftsDoNotHit() {
        RuleSet rules = rules("name: d, mode: draft, when: { links: any }",
                "name: s, mode: shadow, when: { links: any }",
                "name: e, mode: enforce, when: { links: any }");

        assertThat(hits(rules, text("example.org").subject())).containsExactly("s", "e");
        assertThat(Judge.compile(rules, Classifier.NONE, Set.of(Mode.values()))
                .judge(text("example.org").subject(), counters)).hasSize(3);
    }

    @Test
    void rulesOfOtherEventsAndGroupsDoNotHit() {
        RuleSet rules = rules("name: m, when: { staff: false }", "name: j, on: join, when: { staff: false }");
        Subject elsewhere = new Subject(On.MESSAGE, text("x").subject().origin(), Set.of("other"), Subjects.ANA,
                Post.NONE);

        assertThat(hits(rules, text("x").subject())).containsExactly("m");
        assertThat(hits(rules, text("x").on(On.JOIN).subject())).containsExactly("j");
        assertThat(hits(rules, elsewhere)).isEmpty();
    }

    @Test
    void eachKeyOfUnlessIsAnException() {
        RuleSet rules = rules("name: r, when: { links: any }, unless: { staff: true, member_for: 5d }",
                "name: s, when: { links: any }, unless: { all: [ { staff: true }, { member_for: 5d } ] }");

        assertThat(hits(rules, text("example.org").subject())).containsExactly("s");
        assertThat(hits(rules, text("example.org").staff().memberFor(null).subject())).containsExactly("r", "s");
        assertThat(hits(rules, text("example.org").staff().subject())).isEmpty();
    }

    @Test
    void aRuleWithoutWhenHitsEveryRequest() {
        RuleSet rules = RuleFile.read("""
                policies:
                  - name: p
                    groups: { ids: [g1] }
                    rules: [ { name: r, on: join_request, then: [ { reject: true } ] } ]
                """, Path.of(""));

        assertThat(hits(rules, Subjects.request("34600000001").subject())).containsExactly("r");
        assertThat(hits(rules, Subjects.request("34600000001").in("g2").subject())).isEmpty();
    }

    @Test
    void theEvidenceIsThePartOfTheTextThatHit() {
        RuleSet rules = rules("name: r, when: { length: { over: 3 }, words: [casino], staff: false }");

        Hit hit = Judge.compile(rules, Classifier.NONE).judge(text("👍 C​4sino!").subject(), counters).getFirst();

        assertThat(hit.evidence()).isEqualTo(new Evidence("words", 3, 10, "C​4sino"));
        assertThat(hit.policy()).isSameAs(rules.policies().getFirst());
    }

    @Test
    void theEvidenceSaysWhatWasCounted() {
        RuleSet rules = rules("name: r, when: { flood: { messages: 1, within: 90m } }");

        assertThat(Judge.compile(rules, Classifier.NONE).judge(text("x").subject(), counters).getFirst().evidence())
                .isEqualTo(new Evidence("flood", -1, -1, "1 messages in 1h30m"));
    }

    @Test
    void allCountersAreCountedInOneCall() {
        RuleSet rules = rules("name: a, when: { flood: { messages: 9, within: 1m } }",
                "name: b, when: { flood: { messages: 5, within: 1m } }",
                "name: c, when: { words: [never], flood: { messages: 5, within: 1h, per: group } }",
                "name: d, when: { links: any }, unless: { not: { repeated: { times: 3, within: 1h, similar: true } } }",
                "name: e, on: join, when: { join_wave: { requests: 3, within: 1h } }");

        hits(rules, text("hello everybody in here").subject());

        assertThat(counters.calls).singleElement().satisfies(call -> {
            assertThat(call).hasSize(6).doesNotHaveDuplicates();
            assertThat(call).extracting(Counter::name).allMatch(name -> name.length() <= 200);
        });
    }

    @Test
    void moreCountersThanACallTakesAreCountedInSeveral() {
        String[] many = IntStream.rangeClosed(1, 70)
                .mapToObj(i -> "name: r%d, when: { flood: { messages: 1, within: %1$dm } }".formatted(i))
                .toArray(String[]::new);

        assertThat(hits(rules(many), text("x").subject())).hasSize(70);
        assertThat(counters.calls).extracting(List::size).containsExactly(64, 6);
    }

    @Test
    void aLongIdOfAPersonFitsIntoTheNameOfACounter() {
        RuleSet rules = rules("name: r, when: { repeated: { times: 2, within: 1m } }");

        hits(rules, text("x").of("US." + "1".repeat(128)).in("g".repeat(500)).subject());

        assertThat(counters.calls).hasSize(1);
    }

    @Test
    void aClassifierIsAskedOnceAndLast() {
        List<String> asked = new ArrayList<>();
        Classifier classifier = (name, label, text) -> {
            asked.add(label + ":" + text);
            return OptionalDouble.of(1);
        };
        Judge judge = Judge.compile(rules("name: a, when: { classifier: { label: hate, over: 0.5 }, words: [you] }",
                "name: b, when: { classifier: { label: hate, over: 0.9 } }, unless: { staff: true }"), classifier);

        assertThat(judge.judge(text("you").subject(), counters)).hasSize(2);
        assertThat(judge.judge(text("me").staff().subject(), counters)).isEmpty();
        assertThat(judge.judge(text(" ").subject(), counters)).isEmpty();
        assertThat(asked).containsExactly("hate:you");
    }

    @Test
    void strikesAreLookedUpOnlyForRulesThatNeedThem() {
        Judge judge = Judge.compile(rules("name: r, when: { links: any, strikes: 2 }"), Classifier.NONE);
        Author author = new Author("1", "Ana", null, false, null, policy -> {
            throw new IllegalStateException("looked up in " + policy.name());
        });

        assertThat(judge.judge(text("x").on(On.JOIN).by(author).subject(), counters)).isEmpty();
    }

    @Test
    void explainsEveryCondition() {
        Judge judge = Judge.compile(rules("name: r, when: { links: any, emoji: 2 }, unless: { staff: true }"),
                Classifier.NONE);

        Explanation explanation = judge.explain(text("example.org").subject(), counters).getFirst();

        assertThat(explanation.hit()).isFalse();
        assertThat(explanation.when().parts()).extracting(part -> part.evidence().map(Evidence::text).orElse("-"))
                .containsExactly("example.org", "-");
        assertThat(explanation.unless().parts()).extracting(part -> part.evidence().isPresent()).containsExactly(false);
    }
}
