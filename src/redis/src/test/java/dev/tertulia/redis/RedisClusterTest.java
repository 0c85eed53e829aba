package dev.tertulia.redis;

import java.time.Duration;
import java.util.stream.IntStream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.tertulia.store.InboxContract;
import dev.tertulia.store.OutboxContract;
import dev.tertulia.store.Stores;
import dev.tertulia.store.WindowsContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A cluster refuses every step whose keys are not in one slot. */
class RedisClusterTest implements InboxContract, OutboxContract, WindowsContract {

    private static final int SLOTS = 16_384;
    private static TestRedis server;

    private final String number = TestRedis.newNumber();
    private final Stores stores = server.stores(number);

    @BeforeAll
    static void makeCluster() {
        server = TestRedis.start("--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1");
        RedisClient client = RedisClient.create(server.uri());
        RedisCommands<String, String> redis = client.connect().sync();
        redis.clusterAddSlots(IntStream.range(0, SLOTS).toArray());
        await().until(() -> redis.clusterInfo().contains("cluster_state:ok"));
        client.shutdown(Duration.ZERO, Duration.ZERO);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    public String number() {
        return number;
    }

    @Override
    public Stores stores() {
        return stores;
    }

    @Test
    void isFoundOut() {
        assertThat(server.connection().isCluster()).isTrue();
    }

    @Test
    void putsNumbersIntoSlotsOfTheirOwn() {
        RedisConnection redis = server.connection();

        assertThat(redis.<Long>run(commands -> commands.clusterKeyslot(new Keys("1").mail("g"))))
                .isEqualTo(redis.<Long>run(commands -> commands.clusterKeyslot(new Keys("1").sent("x"))))
                .isNotEqualTo(redis.<Long>run(commands -> commands.clusterKeyslot(new Keys("2").mail("g"))));
    }
}
