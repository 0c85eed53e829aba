package dev.tertulia.moderation.backtest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.tertulia.message.Origin;
import dev.tertulia.moderation.judge.Author;
import dev.tertulia.moderation.judge.Post;
import dev.tertulia.moderation.judge.StrikeLookup;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.On;
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
        Subject subject = new Subject(On.MESSAGE, new Origin("", "", "g", Instant.EPOCH, "k"), Set.of(),
                new Author("1", "Ana", null, staff, null, StrikeLookup.NONE), Post.text("m", text));
        return String.join("\n", Explain.lines(Explain.of(RULES, subject).getFirst()));
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
