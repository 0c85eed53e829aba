package dev.tertulia.server;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Groups;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.OperationId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Beans can act on the groups of all numbers of the process and wait for the results. */
class RoutedGroupsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final LiveServer server = new LiveServer(Map.of("whatsapp.numbers.one.phone-number-id", "1001",
            "whatsapp.numbers.two.phone-number-id", "1002"));
    private final Groups groups = server.groups();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoeverAskedMayWaitForTheEnd() throws InterruptedException {
        Operation asked = groups.of("1002").group("G").resetInviteLink();

        assertThat(groups.await(asked.id(), LONG).state()).isEqualTo(State.DONE);
        assertThat(groups.operation(asked.id())).map(Operation::state).contains(State.DONE);
    }

    @Test
    void aCreationWaitsForItsWebhook() throws InterruptedException {
        Operation asked = groups.of("1001").create(NewGroup.called("Tea"));

        assertThat(groups.await(asked.id(), Duration.ofMillis(1)).ended()).isFalse();
    }

    @Test
    void theNumberMustBeClear() {
        assertThatIllegalStateException().isThrownBy(() -> groups.create(NewGroup.called("Tea")))
                .withMessage("there are several numbers; call of(number) with one of 1001, 1002");
        assertThatIllegalArgumentException().isThrownBy(() -> groups.of("7").create(NewGroup.called("Tea")))
                .withMessage("'7' is not a phone number id of this process; the ids are 1001, 1002");
    }

    @Test
    void anUnknownOperationIsRefused() {
        assertThat(groups.operation(new OperationId("x"))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> groups.await(new OperationId("x"), LONG))
                .withMessage("operation 'x' is not known; use an id that a call of this number returned in the last 30"
                        + " days");
    }
}
