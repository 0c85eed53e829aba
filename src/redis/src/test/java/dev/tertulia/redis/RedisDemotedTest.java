package dev.tertulia.redis;

import org.junit.jupiter.api.Test;

import dev.tertulia.store.StoreUnavailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** A failover behind an address that stays the same: the old master goes on to answer, as a replica. */
class RedisDemotedTest {

    @Test
    void isLeftForWhomTheAddressLeadsToByThen() {
        try (TestRedis first = TestRedis.start();
                TestRedis second = TestRedis.start("--replicaof", "127.0.0.1", "" + first.port());
                Forwarder address = new Forwarder(first.port());
                RedisConnection connection = RedisConnection.to("redis://127.0.0.1:" + address.port())) {
            RedisStore store = new RedisStore(connection, "1");
            store.probe();

            second.tell("REPLICAOF NO ONE");
            first.tell("REPLICAOF 127.0.0.1 " + second.port());
            address.leadTo(second.port());
            assertThatThrownBy(store::probe).isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("is a read-only replica");

            await().ignoreException(StoreUnavailable.class).untilAsserted(store::probe);
            assertThat(second.connection().<Long>run(redis -> redis.exists(new Keys("1").probe()))).isEqualTo(1);
        }
    }
}
