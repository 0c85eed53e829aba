package dev.tertulia.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.outbox.Departure;
import dev.tertulia.store.Claim;
import dev.tertulia.store.Incoming;
import dev.tertulia.store.Room;
import dev.tertulia.store.Stores;
import dev.tertulia.store.TurnCommit;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.sends;
import static org.assertj.core.api.Assertions.assertThat;

/** What a process hears of the work that others store. */
class RingsTest {

    private final Rings rings = new Rings();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final TestRedis server = TestRedis.start("--appendonly", "no");
    private final RedisConnection listening = RedisConnection.to(server.uri(), nanos -> {}, rings);
    private final String number = TestRedis.newNumber();
    private final Stores stores = server.stores(number);

    @BeforeEach
    void listen() {
        rings.listen((name, leaseFree) -> heard.add(name + (leaseFree ? " lease" : " work")));
        listening.ping();
        // a signal that is known to arrive says that the subscription stands
        for (int i = 0; heard.isEmpty(); i++) {
            stores.outbox().add(send("first", "" + i));
            Thread.onSpinWait();
        }
        stores.outbox().release(stores.outbox().lease("first", LONG).getAsLong());
        await("lease");
        heard.clear();
    }

    @AfterEach
    void close() {
        listening.close();
        server.close();
    }

    private void await(String what) {
        try {
            String signal;
            do {
                signal = heard.poll(10, TimeUnit.SECONDS);
                assertThat(signal).as("a signal of " + what).isNotNull();
            } while (!signal.equals(number + " " + what));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is heard before the release of a lease, which comes last. */
    private List<String> heardBefore(Runnable step) {
        long fence = stores.outbox().lease("any", LONG).getAsLong();
        step.run();
        stores.outbox().release(fence);
        List<String> all = new ArrayList<>();
        try {
            for (String signal = heard.poll(10, TimeUnit.SECONDS); !(number + " lease").equals(signal);) {
                assertThat(signal).isNotNull();
                all.add(signal);
                signal = heard.poll(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private Claim claimed(String key) {
        return stores.inbox().accept(Incoming.of(List.of(message("g", key))), new Room(1, LONG), NOW).claimed()
                .getFirst().claim();
    }

    @Test
    void anEntryForThePumpOfAnotherProcess() {
        Claim claim = claimed("a");

        assertThat(heardBefore(() -> stores.inbox().commit(claim, stores.inbox().open(claim),
                new TurnCommit(sends(send("g", "1")), new Departure(-1, LaneKind.MESSAGES, "g", NOW), null), NOW)))
                .containsExactly(number + " work");
    }

    @Test
    void noneForAnEntryOfThisProcess() {
        Claim claim = claimed("a");

        assertThat(heardBefore(
                () -> stores.inbox().commit(claim, stores.inbox().open(claim),
                        new TurnCommit(sends(send("g", "1")), null, null), NOW)))
                .isEmpty();
    }

    @Test
    void anEventThatFoundNoRoom() {
        assertThat(heardBefore(() -> stores.inbox().accept(Incoming.of(List.of(message("g", "a"))), Room.NONE, NOW)))
                .containsExactly(number + " work");
    }

    @Test
    void noneForAnEventThatWasClaimed() {
        assertThat(heardBefore(
                () -> stores.inbox().accept(Incoming.of(List.of(message("g", "a"))), new Room(1, LONG), NOW)))
                .isEmpty();
    }
}
