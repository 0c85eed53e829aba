package dev.tertulia.redis;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.costs.Delivery;
import dev.tertulia.store.LedgerContract;
import dev.tertulia.store.Stores;

import static org.assertj.core.api.Assertions.assertThat;

class RedisLedgerTest implements LedgerContract {

    private final String number = TestRedis.newNumber();
    private final RedisConnection redis = TestRedis.shared().connection();
    private final Stores stores = TestRedis.stores(redis, number);

    @Override
    public Stores stores() {
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
