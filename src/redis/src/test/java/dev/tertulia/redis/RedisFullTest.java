package dev.tertulia.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Priority;
import dev.tertulia.store.Claim;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.Effects;
import dev.tertulia.store.InHand;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.SettlementKind;
import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.store.Stores;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A full Redis takes nothing new, and what lies there gets out: so it becomes less full. */
class RedisFullTest {

    private static final DueQueue NEXT = new DueQueue("g", Priority.REPLY);

    private final TestRedis server = TestRedis.start();
    private final Stores stores = server.stores();
    private final Inbox inbox = stores.inbox();
    private final OutboxStore outbox = stores.outbox();

    @AfterEach
    void stop() {
        server.close();
    }

    private void fill() {
        server.connection().run(redis -> redis.configSet("maxmemory", "1"));
    }

    private void assertFull(Runnable step) {
        assertThatThrownBy(step::run).isInstanceOf(StoreUnavailable.class)
                .hasMessage("Redis at 127.0.0.1:" + server.port() + " is full: raise its maxmemory");
    }

    @Test
    void takesNothingNew() {
        fill();

        assertFull(() -> inbox.accept(List.of(message("g", "a")), NOW));
        assertFull(() -> outbox.add(send("g", "1")));
        assertFull(() -> inbox.startTimer(timer("g", "t", "1", NOW)));

        assertThat(server.connection().<Long>run(redis -> redis.dbsize())).isZero();
    }

    @Test
    void letsEventsBeHandled() {
        inbox.accept(List.of(message("g", "a"), message("g", "b")), NOW);
        inbox.startTimer(timer("g", "t", "1", NOW));
        fill();

        Claim claim = inbox.claim(1, LONG).getFirst();
        assertThat(inbox.open(claim).event()).isEqualTo(message("g", "a"));
        assertThat(inbox.renew(List.of(claim), LONG)).isEmpty();
        Effects effects = new Effects(Map.of("x", Optional.of("{}")), List.of(send("g", "1")),
                List.of(timer("g", "t", "2", NOW)), List.of(), List.of(), "dead");
        assertThat(InHand.commit(inbox, claim, effects, NOW)).isEqualTo(Inbox.Committed.MORE);
        inbox.giveBack(claim, Duration.ZERO, true);
        assertThat(inbox.fireTimers(NOW, 10)).isEqualTo(2);
        assertThat(outbox.due(LaneKind.MESSAGES, NOW, 10)).containsExactly(NEXT);
    }

    @Test
    void letsLettersGoOn() {
        outbox.add(send("g", "1"));
        long fence = outbox.lease("pump", LONG).getAsLong();
        InHand.begin(outbox, fence, LaneKind.MESSAGES, NEXT);
        fill();

        assertThat(InHand.settle(outbox, fence, settlement(send("g", "1"), SettlementKind.DEAD))).isTrue();
        DeadLetterQueue dead = stores.deadLetters().queue(DeadLetterKind.DEAD_SEND);
        assertThat(dead.retry(dead.list(null, 1).getFirst().id().key(), NOW)).isTrue();
        assertThat(InHand.begin(outbox, fence, LaneKind.MESSAGES, NEXT)).contains(send("g", "1"));
    }

    @Test
    void letsEntriesBeSent() {
        outbox.add(send("g", "1"));
        outbox.add(send("g", "2"));
        fill();

        long fence = outbox.lease("pump", LONG).getAsLong();
        assertThat(InHand.begin(outbox, fence, LaneKind.MESSAGES, NEXT)).contains(send("g", "1"));
        assertThat(outbox.confirm("g", "1", "wamid.1", NOW)).isFalse();
        assertThat(InHand.settle(outbox, fence, settlement(send("g", "1"), SettlementKind.SENT))).isTrue();
        assertThat(InHand.begin(outbox, fence, LaneKind.MESSAGES, NEXT)).contains(send("g", "2"));
        assertThat(InHand.settle(outbox, fence, settlement(send("g", "2"), SettlementKind.HELD))).isTrue();
        assertThat(outbox.releaseHeld("g", NOW)).isEqualTo(1);
    }
}
