package dev.tertulia.server;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.deadletter.CommandResult;
import dev.tertulia.deadletter.DeadLetterId;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.deadletter.DeadLetters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Beans can access the dead letters of all numbers of the process. */
class RoutedDeadLettersTest {

    private final LiveServer server = new LiveServer(Map.of("whatsapp.numbers.one.phone-number-id", "1001",
            "whatsapp.numbers.two.phone-number-id", "1002"));
    private final DeadLetters deadLetters = server.deadLetters();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void leadsToEachNumber() {
        assertThat(List.of("1001", "1002")).allSatisfy(
                number -> assertThat(deadLetters.of(number).number()).isEqualTo(number));
    }

    @Test
    void theNumberMustBeClear() {
        assertThatIllegalStateException().isThrownBy(deadLetters::counts)
                .withMessage("there are several numbers; call of(number) with one of 1001, 1002");
    }

    @Test
    void readsPayloadsAgainThroughTheDoor() {
        server.meta().deliver("{ broken");
        DeadLetters letters = Stream.of("1001", "1002").map(deadLetters::of)
                .filter(one -> one.counts().get(DeadLetterKind.QUARANTINED) == 1).findFirst().orElseThrow();
        DeadLetterId id = letters.list(DeadLetterKind.QUARANTINED, null, 1).getFirst().id();

        assertThat(letters.retry(id))
                .isEqualTo(new CommandResult(false, "it stays, because it still cannot be read: this is not JSON"));
    }
}
