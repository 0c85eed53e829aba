package dev.tertulia.moderation.backtest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.tertulia.moderation.rules.MessageType;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.moderation.rules.RuleCase;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleSet;

import static org.assertj.core.api.Assertions.assertThat;

class ExplainTest {

    private static final RuleSet RULES = RuleFile.read("""
            policies:
              - name: p
                groups: { all: true }
                rules:
                  - name: r
                    when: { links: { not_in: [example.org] }, any: [ { emoji: 3 }, { not: { length: { over: 100 } } } ] }
                    unless: { staff: true }
                    then: [ { strike: 1 }, { reply: "No links" } ]
            """, Path.of(""));

    private static String explain(String text, boolean staff) {
        RuleCase event = new RuleCase(1, "", new RuleCase.Event(On.MESSAGE, text, MessageType.TEXT, "false",
                new RuleCase.Place(Instant.EPOCH, "", Set.of()),
                new RuleCase.Repetition(1, Duration.ofSeconds(1), false, false)),
                new RuleCase.Who("Ana", null, staff, Optional.empty(), 0), Set.of());
        return String.join("\n", Explain.lines(Explain.of(RULES, event).getFirst()));
    }

    @Test
    void saysWhyARuleHits() {
        assertThat(explain("see example.com", false)).isEqualTo("""
                p/r (shadow): hit
                  when:
                    yes  all of these
                      yes  links: { not_in: [example.org] }   <- example.com
                      yes  one of these
                        no   emoji: { at_least: 3 }
                        yes  not
                          no   length: { at_least: 101 }
                  unless one of these:
                    no   staff: true
                  then: [ { strike: 1 }, { reply: "No links" } ]""");
    }

    @Test
    void saysWhyARuleDoesNotHit() {
        assertThat(explain("see example.com", true)).isEqualTo("""
                p/r (shadow): no hit
                  when:
                    yes  all of these
                      yes  links: { not_in: [example.org] }   <- example.com
                      yes  one of these
                        no   emoji: { at_least: 3 }
                        yes  not
                          no   length: { at_least: 101 }
                  unless one of these:
                    yes  staff: true   <- Ana""");
    }
}
