package dev.tertulia.server.console.events;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.journal.Step;
import dev.tertulia.server.console.page.Texts;
import dev.tertulia.store.JournalEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages say in their language what the journal counts, and the rest as it was recorded. */
class StepTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | GroupMessage: PollBot.poll → 1 to send, 2 stored, 1 timers | GroupMessage: PollBot.poll → 1 to send, 2 stored, 1 timer
            pt | GroupMessage: PollBot.poll → 1 to send, 2 stored, 1 timers | GroupMessage: PollBot.poll → 1 a enviar, 2 guardados, 1 temporizador
            pt | attempt 2: GroupMessage: IllegalState                      | tentativa 2: GroupMessage: IllegalState
            pt | attempt 3: GroupJoined: A.b → 3 labels                     | tentativa 3: GroupJoined: A.b → 3 etiquetas
            pt | its webhook says so: wamid                                 | confirmada pelo seu webhook: wamid
            en | FreeForm: 131026 → 1 to send to nobody                     | FreeForm: 131026 → 1 to send to nobody
            pt | FreeForm: $1 {0} \\ is not yet                             | FreeForm: $1 {0} \\ is not yet
            """)
    void isInTheLanguageOfThePage(String language, String detail, String shown) {
        JournalEntry step = JournalEntry.of(Instant.EPOCH, Step.HANDLED, "G1", "mark", "send-1", detail);

        assertThat(StepText.of(step, Texts.accepting(language))).isEqualTo(shown);
    }
}
