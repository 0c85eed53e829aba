package dev.tertulia.server;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Reply;
import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.broadcast.Broadcasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** Beans can start broadcasts for any number of the process and query their progress. */
class RoutedBroadcastsTest {

    private static final Broadcast SPRING = Broadcast.toGroups("spring", Reply.text("spring").orTemplate("spring"),
            List.of("G", "H"));

    private final LiveServer server = new LiveServer(Map.of("whatsapp.numbers.one.phone-number-id", "1001",
            "whatsapp.numbers.two.phone-number-id", "1002"));
    private final Broadcasts broadcasts = server.broadcasts();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void reachAllGroupsOfANumber() {
        assertThat(broadcasts.of("1002").estimate(SPRING).template()).isEqualTo(2);

        broadcasts.of("1002").start(SPRING);

        await().untilAsserted(() -> assertThat(broadcasts.of("1002").list()).extracting(BroadcastProgress::sent)
                .containsExactly(2));
        assertThat(broadcasts.of("1001").list()).isEmpty();
    }

    @Test
    void theNumberMustBeClear() {
        assertThatIllegalStateException().isThrownBy(() -> broadcasts.start(SPRING))
                .withMessage("there are several numbers; call of(number) with one of 1001, 1002");
        assertThatIllegalArgumentException().isThrownBy(() -> broadcasts.of("7"))
                .withMessage("'7' is not a phone number id of this process; the ids are 1001, 1002");
    }
}
