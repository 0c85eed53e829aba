package dev.tertulia.moderation.backtest;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import dev.tertulia.moderation.backtest.RuleDiff.Change;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleSet;

import static org.assertj.core.api.Assertions.assertThat;

class RuleDiffTest {

    private static final RuleSet BEFORE = RuleFile.read("""
            staff: { people: ["US.1"] }
            policies:
              - name: p
                groups: { label: a }
                rules:
                  - { name: r, when: { links: any }, then: [ { note: true } ] }
                  - { name: old, when: { emails: true }, then: [ { strike: 2 } ] }
            """, Path.of(""));

    @Test
    void namesWhatChanged() {
        RuleSet after = RuleFile.read("""
                staff: { people: ["US.1"], alerts: { label: mods } }
                history: { keep: 30d }
                canary: 10%
                policies:
                  - name: p
                    groups: { all: true }
                    budget: { deliveries: 5, within: 1d }
                    strikes: { decay: { every: 30d }, ladder: { 3: [ { propose: remove } ] } }
                    rules:
                      - { name: r, mode: enforce, when: { links: { not_in: [example.org] } }, unless: { staff: true }, then: [ { reply: "No" } ] }
                      - { name: new, when: { words: [a, b] }, then: [ { note: true } ] }
                  - { name: q, groups: { ids: [g] }, rules: [] }
                """, Path.of(""));

        assertThat(RuleDiff.between(BEFORE, after)).containsExactly(
                new Change("settings", "staff", "people: [US.1]", "people: [US.1]; alerts: label mods"),
                new Change("settings", "history", "none", "30d"), new Change("settings", "canary", "100.0%", "10.0%"),
                new Change("policy p", "groups", "{ label: a }", "{ all: true }"),
                new Change("policy p", "strikes", "none",
                        "decay: { every: 30d, by: 1 }; 3: [ { propose: remove, approvals: 1, expires: 1d } ]"),
                new Change("policy p", "budget", "none", "{ deliveries: 5, within: 1d, instead: private }"),
                new Change("policy q", "", null, "0 rules, groups: { ids: [g] }"),
                new Change("rule r", "mode", "shadow", "enforce"),
                new Change("rule r", "when", "links: any", "links: { not_in: [example.org] }"),
                new Change("rule r", "unless", "never", "any: [ { staff: true } ]"),
                new Change("rule r", "then", "[ { note: true } ]", "[ { reply: \"No\" } ]"),
                new Change("rule new", "", null,
                        "policy: p; mode: shadow; on: message; when: words: [a, b]; unless: never;"
                                + " then: [ { note: true } ]"),
                new Change("rule old", "", "policy: p; mode: shadow; on: message; when: emails: true; unless: never;"
                        + " then: [ { strike: 2 } ]", null));
    }

    @Test
    void isEmptyForTheSameRules() {
        assertThat(RuleDiff.between(BEFORE, BEFORE)).isEmpty();
    }
}
