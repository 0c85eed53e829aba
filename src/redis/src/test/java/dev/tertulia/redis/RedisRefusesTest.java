package dev.tertulia.redis;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.window.Windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/** What is wrong with Redis is said in plain words and without its secrets. */
class RedisRefusesTest {

    /** With it, what {@link #FILL} writes takes a second to load; Redis answers now and then meanwhile. */
    private static final String LOAD_DELAY_MICROS = "200";
    private static final String FILL = "for i = 1, 5000 do redis.call('SET', 'k' .. i, i) end return 'OK'";

    private static void assertRefused(String uri, String message) {
        try (RedisConnection connection = RedisConnection.to(uri)) {
            Throwable refused = catchThrowable(connection::ping);

            assertThat(refused).isInstanceOf(StoreUnavailable.class).hasMessage(message);
            StringWriter trace = new StringWriter();
            refused.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("secret");
        }
    }

    @Test
    void whoGivesNoPasswordOrAWrongOne() {
        try (TestRedis server = TestRedis.start("--requirepass", "good-secret")) {
            String where = "127.0.0.1:" + server.port();

            assertRefused(server.uri(), "Redis at " + where + " wants a password: put it into the address");
            assertRefused("redis://:wrong-secret@" + where,
                    "Redis at " + where + " does not accept the user name and password: correct the address");
            try (RedisConnection connection = RedisConnection.to("redis://:good-secret@" + where)) {
                connection.ping();
            }
        }
    }

    @Test
    void aUserWithoutTheRights() {
        try (TestRedis server = TestRedis.start("--user", "bot", "on", ">secret", "~other:*", "+@all")) {
            String where = "127.0.0.1:" + server.port();
            try (RedisConnection connection = RedisConnection.to("redis://bot:secret@" + where)) {
                assertThatThrownBy(() -> TestRedis.stores(connection, "1").windows().openUntil("g"))
                        .isInstanceOf(StoreUnavailable.class)
                        .hasMessage("Redis at " + where + " does not allow this user what is needed: give it"
                                + " ~tertulia:* and +@all");
            }
        }
    }

    @Test
    void aServerThatIsNoRedis() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> answerAsAWebServer(other));
            try (RedisConnection connection = RedisConnection.to("redis://127.0.0.1:" + other.getLocalPort())) {
                assertThatThrownBy(connection::ping).isInstanceOf(StoreUnavailable.class)
                        .hasMessageStartingWith("Redis at 127.0.0.1:" + other.getLocalPort() + " cannot be reached: ");
            }
        }
    }

    private static void answerAsAWebServer(ServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.close();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Test
    void writesToAReplica() {
        try (TestRedis server = TestRedis.start("--replicaof", "127.0.0.1", "1")) {
            assertThatThrownBy(() -> server.stores().inbox().quarantine("{", "no JSON", Instant.EPOCH))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage("Redis at 127.0.0.1:" + server.port()
                            + " is a read-only replica: give the address of the master or of Sentinels");
        }
    }

    @Test
    void asksAReplicaThatLostItsMaster() {
        try (TestRedis server = TestRedis.start("--replicaof", "127.0.0.1", "1", "--replica-serve-stale-data", "no")) {
            assertThatThrownBy(() -> server.stores().windows().openUntil("g")).isInstanceOf(StoreUnavailable.class)
                    .hasMessage("Redis at 127.0.0.1:" + server.port() + " is a replica that lost its master: bring the"
                            + " master back, or give the address of the new one");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16_383})
    void asksAClusterThatMissesSlots(int served) {
        try (TestRedis server = TestRedis.start("--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1");
                RedisClient client = RedisClient.create(server.uri())) {
            client.connect().sync().clusterAddSlots(IntStream.range(0, served).toArray());

            assertThatThrownBy(() -> server.stores().windows().openUntil("g")).isInstanceOf(StoreUnavailable.class)
                    .hasMessage("Redis at 127.0.0.1:" + server.port()
                            + " is a cluster with slots that no node serves: bring the missing masters back");
        }
    }

    @Test
    void asksWhileItLoadsItsData() {
        try (TestRedis server = TestRedis.start("--appendonly", "yes", "--key-load-delay", LOAD_DELAY_MICROS)) {
            Windows windows = server.stores().windows();
            server.connection().run(redis -> redis.eval(FILL, ScriptOutputType.STATUS));
            server.stop();
            server.launch();

            await().until(() -> catchThrowable(() -> windows.openUntil("g")) instanceof StoreUnavailable away
                    && away.getMessage().equals("Redis at 127.0.0.1:" + server.port()
                            + " is still loading its data: that ends by itself"));
            await().ignoreException(StoreUnavailable.class).until(() -> windows.openUntil("g").isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://:secret@", "redis:///secret", "redis://:secret @host", "http://:secret@host",
            "secret"})
    void anAddressThatIsNone(String uri) {
        assertThatThrownBy(() -> RedisConnection.to(uri))
                .isInstanceOf(IllegalArgumentException.class).hasNoCause()
                .hasMessage("the address of Redis cannot be read; write redis://host:6379,"
                        + " redis://:password@host:6379, rediss://… for TLS or redis-sentinel://host:26379#master");
    }

    @Test
    void aKeyThatSomebodyElseUses() {
        RedisConnection connection = TestRedis.shared().connection();
        String number = TestRedis.newNumber();
        connection.run(redis -> redis.set(new Keys(number).windows(), "not ours"));

        assertThatThrownBy(() -> TestRedis.stores(connection, number).windows().openUntil("g"))
                .isNotInstanceOf(StoreUnavailable.class).hasMessageContaining("WRONGTYPE");
    }
}
