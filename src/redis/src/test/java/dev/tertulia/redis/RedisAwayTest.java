package dev.tertulia.redis;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.store.InHand;
import dev.tertulia.store.SettlementKind;
import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.store.Stores;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** Redis goes away and comes back; whoever asks meanwhile is told so soon, and nothing acknowledged is lost. */
class RedisAwayTest {

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final DueQueue NEXT = new DueQueue("g", Priority.REPLY);

    private final TestRedis server = TestRedis.start("--appendonly", "yes", "--appendfsync", "always");
    private final Stores stores = server.stores();

    @AfterEach
    void stop() {
        server.close();
    }

    private void assertAwaySoon(String why, Runnable step) {
        long start = System.nanoTime();
        assertThatThrownBy(step::run).isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith("Redis at 127.0.0.1:" + server.port() + " " + why);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    private void awaitBack() {
        await().ignoreException(StoreUnavailable.class).until(() -> {
            server.connection().ping();
            return true;
        });
    }

    @Test
    void keepsWhatWasAcknowledged() {
        stores.inbox().accept(List.of(message("g", "a"), message("g", "b")), NOW);

        server.stop();
        assertAwaySoon("cannot be reached", () -> stores.inbox().accept(List.of(message("g", "c")), NOW));
        server.restart();
        awaitBack();

        assertThat(stores.inbox().accept(List.of(message("g", "a"), message("g", "c")), NOW)).isEqualTo(1);
        assertThat(stores.inbox().open(stores.inbox().claim(1, LONG).getFirst()).event()).isEqualTo(message("g", "a"));
    }

    @Test
    void isNotNeededToStart() {
        server.stop();
        try (RedisConnection connection = RedisConnection.to(server.uri())) {
            assertAwaySoon("cannot be reached", connection::ping);

            server.restart();

            await().ignoreException(StoreUnavailable.class).untilAsserted(connection::ping);
        }
    }

    @Test
    void mayHang() {
        stores.inbox().accept(List.of(message("g", "a")), NOW);

        server.signal("STOP");
        assertAwaySoon("did not answer within 2 s", server.connection()::ping);
        assertAwaySoon("", () -> stores.inbox().claim(1, LONG));
        server.signal("CONT");
        awaitBack();

        assertThat(stores.inbox().accept(List.of(message("g", "b")), NOW)).isEqualTo(1);
    }

    @Test
    void leavesNothingInHandThatNobodyWasGiven() {
        stores.outbox().add(send("g", "1"));
        long fence = stores.outbox().lease("pump", LONG).getAsLong();

        server.signal("STOP");
        assertAwaySoon("did not answer", () -> InHand.begin(stores.outbox(), fence, LaneKind.MESSAGES, NEXT));
        server.signal("CONT");
        awaitBack();
        stores.outbox().lease("pump", LONG);

        assertThat(InHand.begin(stores.outbox(), fence, LaneKind.MESSAGES, NEXT)).contains(send("g", "1"));
    }

    @Test
    void isToldTheOutcomeLater() {
        stores.outbox().add(send("g", "1"));
        stores.outbox().add(send("g", "2"));
        long fence = stores.outbox().lease("pump", LONG).getAsLong();
        InHand.begin(stores.outbox(), fence, LaneKind.MESSAGES, NEXT);

        server.stop();
        assertAwaySoon("", () -> InHand.settle(stores.outbox(), fence,
                settlement(send("g", "1"), SettlementKind.SENT)));
        server.restart();
        awaitBack();
        assertThat(stores.outbox().lease("pump", LONG)).hasValue(fence);

        assertThat(stores.outbox().findSent("g", null, "wamid.1")).contains(send("g", "1"));
        assertThat(InHand.begin(stores.outbox(), fence, LaneKind.MESSAGES, NEXT)).contains(send("g", "2"));
    }

    @Test
    void isNotWaitedForByWhoIsInterrupted() {
        server.connection().ping();
        server.signal("STOP");
        Thread.currentThread().interrupt();

        assertAwaySoon("cannot be reached: InterruptedException", server.connection()::ping);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void forgetsItsScripts() {
        stores.inbox().accept(List.of(message("g", "a")), NOW);

        server.connection().run(redis -> redis.scriptFlush());

        assertThat(stores.inbox().accept(List.of(message("g", "a"), message("g", "b")), NOW)).isEqualTo(1);
    }
}
