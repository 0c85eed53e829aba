package dev.tertulia.server;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.aside.Answer;
import dev.tertulia.aside.Kind;
import dev.tertulia.aside.LetterId;
import dev.tertulia.aside.Letters;
import dev.tertulia.aside.PutAside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Beans of the process may look at the letters of all its numbers. */
class LinePutAsideTest {

    private final LiveServer server = new LiveServer(Map.of("whatsapp.numbers.one.phone-number-id", "1001",
            "whatsapp.numbers.two.phone-number-id", "1002"));
    private final PutAside putAside = server.putAside();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void leadsToEachNumber() {
        assertThat(putAside.all()).extracting(Letters::number).containsExactlyInAnyOrder("1001", "1002");
        assertThat(putAside.letters("1002").number()).isEqualTo("1002");
    }

    @Test
    void theNumberMustBeClear() {
        assertThatIllegalStateException().isThrownBy(putAside::letters)
                .withMessage("there are several numbers, so say which one: letters(number); it has 1001, 1002");
    }

    @Test
    void readsPayloadsAgainThroughTheDoor() {
        server.meta().deliver("{ broken");
        Letters letters = putAside.all().stream().filter(one -> one.counts().get(Kind.QUARANTINED) == 1).findFirst()
                .orElseThrow();
        LetterId id = letters.list(Kind.QUARANTINED, null, 1).getFirst().id();

        assertThat(letters.retry(id))
                .isEqualTo(new Answer(false, "it stays, since it still cannot be read: this is not JSON"));
    }
}
