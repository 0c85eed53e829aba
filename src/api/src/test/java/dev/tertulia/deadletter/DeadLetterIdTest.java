package dev.tertulia.deadletter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The names that people copy from a list into a command. */
class DeadLetterIdTest {

    @ParameterizedTest
    @EnumSource
    void isReadAsItWasWritten(DeadLetterKind kind) {
        DeadLetterId id = kind.id("17:a:b");

        assertThat(DeadLetterId.parse(id.toString())).isEqualTo(id);
    }

    @Test
    void beginsWithAWordOfItsKind() {
        assertThat(DeadLetterKind.DEAD_SEND.id("1-0")).hasToString("send:1-0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "send", "letter:1", "SEND:1"})
    void isNothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeadLetterId.parse(text))
                .withMessage("'" + text + "' is no id of a letter; one begins with event:, send:, held:, unknown:,"
                        + " parked:, raw: and stands at the head of each letter in the list");
    }
}
