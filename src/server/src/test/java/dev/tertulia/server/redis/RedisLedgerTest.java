package dev.tertulia.server.redis;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.Line;
import dev.tertulia.costs.Delivery;
import dev.tertulia.store.LedgerContract;

import static org.assertj.core.api.Assertions.assertThat;

class RedisLedgerTest implements LedgerContract {

    private final String number = TestRedis.newNumber();
    private final RedisConnection redis = TestRedis.shared().connection();
    private final Line.Stores stores = TestRedis.stores(redis, number);

    @Override
    public Line.Stores stores() {
        return stores;
    }

    @Test
    void everythingExpires() {
        stores.ledger().book(new Delivery(List.of("a"), TODAY, CHARGED, CENT), TODAY, DAYS);

        List<String> keys = redis.run(commands -> commands.keys("tertulia:{" + number + "}:*"));
        assertThat(keys).extracting(key -> (redis.<Long>run(commands -> commands.ttl(key)) + 60) / 86_400)
                .containsExactlyInAnyOrder(90L, 180L);
    }
}
