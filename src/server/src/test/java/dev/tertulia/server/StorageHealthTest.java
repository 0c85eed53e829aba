package dev.tertulia.server;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.storage.StorageProbe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** If Redis accepts no writes, no delivery is lost, and health shows the cause and the remedy. */
class StorageHealthTest {

    private final TestRedis redis = TestRedis.start("--appendonly", "no");
    private final LiveServer server = new LiveServer(Map.of("redis.uri", redis.uri()));

    @AfterEach
    void stop() {
        server.close();
        redis.close();
    }

    private static String number(int n) {
        return Delivery.ofMessages(List.of(Delivery.message("group", "wamid." + n, "/number " + n, Instant.now())));
    }

    private void assertNotReady(String sentence) {
        await().untilAsserted(() -> {
            HttpResponse<String> ready = server.meta().get("/health/readiness");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains(sentence);
        });
        assertThat(server.meta().deliver(number(0))).isEqualTo(503);
        assertThat(server.meta().get("/health/liveness").statusCode()).isEqualTo(200);
    }

    private void assertGoesOn() {
        await().untilAsserted(() -> assertThat(server.meta().get("/health/readiness").statusCode()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(server.meta().deliver(number(0))).isEqualTo(200));
        await().untilAsserted(() -> assertThat(server.graph().texts("group")).containsExactly("answer 0"));
    }

    @Test
    void full() {
        redis.tell("CONFIG SET maxmemory 1");
        assertNotReady(" is full: raise its maxmemory");

        redis.tell("CONFIG SET maxmemory 0");
        assertGoesOn();
    }

    @Test
    void aReplica() {
        redis.tell("REPLICAOF 127.0.0.1 1");
        assertNotReady(" is a read-only replica: give the address of the master or of Sentinels");

        redis.tell("REPLICAOF NO ONE");
        assertGoesOn();
    }

    @Test
    void isAskedOnceHoweverManyWantToKnow() {
        AtomicLong asked = new AtomicLong();
        AtomicLong nanos = new AtomicLong();
        StorageProbe probe = new StorageProbe(asked::incrementAndGet, nanos::get);
        IntStream.range(0, 100).forEach(time -> probe.look());
        assertThat(asked).hasValue(1);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        IntStream.range(0, 100).forEach(time -> probe.look());
        assertThat(asked).hasValue(2);
    }

    @Test
    void thatForgotItsScripts() {
        redis.tell("SCRIPT FLUSH");

        assertGoesOn();
    }
}
