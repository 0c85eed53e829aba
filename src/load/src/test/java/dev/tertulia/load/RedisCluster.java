package dev.tertulia.load;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;

import dev.tertulia.redis.TestRedis;

import static org.awaitility.Awaitility.await;

/** A Redis cluster of three masters, each with a replica. */
final class RedisCluster implements Failover {

    private static final int MASTERS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String[] OPTIONS = {"--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1",
            "--cluster-node-timeout", "2000", "--appendonly", "yes"};

    private final List<TestRedis> nodes = Stream.generate(() -> TestRedis.start(OPTIONS)).limit(2 * MASTERS).toList();

    private RedisCluster() {}

    static RedisCluster start() {
        RedisCluster cluster = new RedisCluster();
        cluster.join();
        return cluster;
    }

    private void join() {
        int seed = nodes.getFirst().port();
        for (int i = 0; i < nodes.size(); i++) {
            int index = i;
            on(i, redis -> redis.clusterMeet("127.0.0.1", seed));
            if (i < MASTERS) {
                on(i, redis -> redis.clusterAddSlots(
                        IntStream.range(0, SlotHash.SLOT_COUNT).filter(slot -> owner(slot) == index).toArray()));
            }
        }
        onAll(redis -> await().atMost(PATIENCE)
                .until(() -> redis.clusterInfo().contains("cluster_known_nodes:" + nodes.size())));
        for (int i = 0; i < MASTERS; i++) {
            String[] id = new String[1];
            on(i, redis -> id[0] = redis.clusterMyId());
            on(MASTERS + i, redis -> redis.clusterReplicate(id[0]));
        }
        onAll(redis -> await().atMost(PATIENCE).until(() -> redis.clusterInfo().contains("cluster_state:ok")));
        IntStream.range(MASTERS, nodes.size()).forEach(i -> on(i, redis -> await().atMost(PATIENCE)
                .until(() -> redis.info("replication").contains("master_link_status:up"))));
    }

    private static int owner(int slot) {
        return slot * MASTERS / SlotHash.SLOT_COUNT;
    }

    private void onAll(Consumer<RedisCommands<String, String>> work) {
        IntStream.range(0, nodes.size()).forEach(i -> on(i, work));
    }

    private void on(int node, Consumer<RedisCommands<String, String>> work) {
        RedisClient client = RedisClient.create(nodes.get(node).uri());
        try {
            work.accept(client.connect().sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ZERO);
        }
    }

    @Override
    public String uri() {
        return nodes.getFirst().uri();
    }

    @Override
    public void killPrimary(String number) {
        nodes.get(owner(SlotHash.getSlot(number))).stop();
    }

    @Override
    public void close() {
        nodes.forEach(TestRedis::close);
    }
}
