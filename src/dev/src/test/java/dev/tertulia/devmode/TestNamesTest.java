package dev.tertulia.devmode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Names of tests are read as words. */
class TestNamesTest {

    @ParameterizedTest
    @CsvSource({"saysHelloByName,says hello by name", "answersAPingAndQuotesIt,answers a ping and quotes it",
            "sends_a_poll,sends a poll", "parsesJSONFiles,parses JSON files", "takes24Hours,takes 24 hours"})
    void areWords(String method, String words) {
        assertThat(TestNames.words(method)).isEqualTo(words);
    }
}
