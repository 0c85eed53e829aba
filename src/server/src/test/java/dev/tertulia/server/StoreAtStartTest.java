package dev.tertulia.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.storage.StorageWatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The log reports a Redis that is unavailable, refuses the process, or may lose data. */
class StoreAtStartTest {

    private static final String BACK = "the store is available again: deliveries are accepted, and waiting work continues";
    private static final String UNTIL = ". Until it is available again, deliveries are answered with 503, and Meta repeats them";

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(StorageWatch.class);
    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            said.add(event.getFormattedMessage());
        }
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    private void assertSaid(String start, String end) {
        await().untilAsserted(
                () -> assertThat(said).first().asString().startsWith(start).endsWith(end).doesNotContain("hunter2"));
    }

    private static LiveServer on(String uri) {
        return new LiveServer(Map.of("redis.uri", uri));
    }

    @Test
    void away() {
        try (TestRedis redis = TestRedis.start("--appendonly", "yes")) {
            redis.stop();
            try (LiveServer _ = on("redis://:hunter2@127.0.0.1:" + redis.port())) {
                assertSaid("the store is unavailable: Redis at 127.0.0.1:" + redis.port() + " cannot be reached: ",
                        UNTIL);
            }
        }
    }

    @Test
    void backAgain() {
        try (TestRedis redis = TestRedis.start("--appendonly", "yes")) {
            redis.stop();
            try (LiveServer _ = on(redis.uri())) {
                assertSaid("the store is unavailable: ", UNTIL);
                redis.restart();
                await().untilAsserted(() -> assertThat(said).endsWith(BACK));
            }
        }
    }

    @Test
    void withAnotherPassword() {
        try (TestRedis redis = TestRedis.start("--appendonly", "yes", "--requirepass", "other");
                LiveServer _ = on("redis://:hunter2@127.0.0.1:" + redis.port())) {
            assertSaid("the store is unavailable: Redis at 127.0.0.1:" + redis.port()
                    + " does not accept the user name and password: correct the address", UNTIL);
        }
    }

    @Test
    void withAPasswordThatWasNotGiven() {
        try (TestRedis redis = TestRedis.start("--appendonly", "yes", "--requirepass", "hunter2");
                LiveServer _ = on(redis.uri())) {
            assertSaid("the store is unavailable: Redis at 127.0.0.1:" + redis.port()
                    + " wants a password: put it into the address", UNTIL);
        }
    }

    @Test
    void readOnly() {
        try (TestRedis redis = TestRedis.start("--appendonly", "yes", "--replicaof", "127.0.0.1 1");
                LiveServer _ = on(redis.uri())) {
            assertSaid("the store is unavailable: Redis at 127.0.0.1:" + redis.port(), UNTIL);
        }
    }

    @Test
    void forgetful() {
        try (TestRedis redis = TestRedis.start("--appendonly", "no", "--maxmemory-policy", "allkeys-lru");
                LiveServer _ = on(redis.uri())) {
            String where = "Redis at 127.0.0.1:" + redis.port();
            await().untilAsserted(() -> assertThat(said).containsExactly(
                    where + " loses its latest data when it stops, because it appends nothing to a file: set appendonly"
                            + " yes",
                    where + " evicts data that is still needed when its memory"
                            + " is full, because its maxmemory-policy is allkeys-lru: set maxmemory-policy noeviction"));
        }
    }

    @Test
    void asItShouldBe() {
        try (TestRedis redis = TestRedis.start("--appendonly", "yes"); LiveServer server = on(redis.uri())) {
            await().until(() -> server.meta().get("/health/readiness").statusCode() == 200);
            assertThat(said).isEmpty();
        }
    }
}
