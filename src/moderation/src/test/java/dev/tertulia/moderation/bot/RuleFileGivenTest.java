package dev.tertulia.moderation.bot;

import java.util.Map;

import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** There is moderation where a setting names a rule file. */
class RuleFileGivenTest {

    @ParameterizedTest
    @CsvSource({"rules.yml, true", "'', false", "' ', false"})
    void aBlankSettingNamesNoFile(String setting, boolean given) {
        try (ApplicationContext context = ApplicationContext.run(Map.of("tertulia.moderation", setting))) {
            assertThat(context.containsBean(RulesInForce.class)).isEqualTo(given);
        }
    }
}
