package dev.tertulia.load;

import java.time.Duration;

import dev.tertulia.redis.TestRedis;

import static org.awaitility.Awaitility.await;

/** A Redis server, its replica, and a Sentinel that monitors them. */
record RedisPair(TestRedis primary, TestRedis replica, TestRedis sentinel) implements Failover {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static RedisPair start() {
        TestRedis primary = TestRedis.start("--appendonly", "yes");
        TestRedis replica = TestRedis.start("--appendonly", "yes", "--replicaof", "127.0.0.1", "" + primary.port());
        try (RedisBooks books = new RedisBooks(replica)) {
            await().atMost(PATIENCE).until(() -> books.info("replication").contains("master_link_status:up"));
        }
        return new RedisPair(primary, replica, TestRedis.sentinelOf(primary));
    }

    @Override
    public String uri() {
        return "redis-sentinel://127.0.0.1:" + sentinel.port() + "#main";
    }

    @Override
    public void killPrimary(String number) {
        primary.stop();
    }

    @Override
    public void close() {
        sentinel.close();
        replica.close();
        primary.close();
    }
}
