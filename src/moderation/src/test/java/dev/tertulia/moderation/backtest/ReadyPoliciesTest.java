package dev.tertulia.moderation.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.moderation.rules.CaseFile;
import dev.tertulia.moderation.rules.Mode;
import dev.tertulia.moderation.rules.Rule;
import dev.tertulia.moderation.rules.RuleCase;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleSet;

import static org.assertj.core.api.Assertions.assertThat;

/** Each file of {@code config/policies} is right, begins in shadow, and does what its cases say. */
class ReadyPoliciesTest {

    private static final Path FOLDER = Path.of("..", "..", "config", "policies");
    private static final String CASES = ".cases.yml";

    private static List<String> policies() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(CASES))
                    .map(name -> name.replace(".yml", "")).sorted().toList();
        }
    }

    private static RuleSet rules(String policy) {
        return RuleFile.read(FOLDER.resolve(policy + ".yml"));
    }

    private static List<RuleCase> cases(String policy) {
        return CaseFile.read(FOLDER.resolve(policy + CASES));
    }

    private static Stream<Rule> all(RuleSet rules) {
        return rules.policies().stream().flatMap(policy -> policy.rules().stream());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void doesWhatItsCasesSay(String policy) {
        assertThat(RuleTests.run(rules(policy), cases(policy))).allSatisfy(outcome -> assertThat(outcome.difference())
                .as(outcome.test().name()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyRuleHasACaseAndNotEveryEventHits(String policy) {
        Set<String> expected = cases(policy).stream().flatMap(test -> test.expect().stream())
                .collect(Collectors.toSet());

        assertThat(all(rules(policy)).map(Rule::name)).isSubsetOf(expected);
        assertThat(cases(policy)).anyMatch(test -> test.expect().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void beginsInShadowWithoutWarnings(String policy) {
        assertThat(all(rules(policy))).allMatch(rule -> rule.mode() == Mode.SHADOW);
        assertThat(rules(policy).warnings()).isEmpty();
    }

    @Test
    void noRuleHasTheNameOfAnotherSoThatTheyCanBeCopiedTogether() throws IOException {
        assertThat(policies().stream().flatMap(policy -> all(rules(policy))).map(Rule::name)).doesNotHaveDuplicates();
    }
}
