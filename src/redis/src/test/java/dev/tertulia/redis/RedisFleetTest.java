package dev.tertulia.redis;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.tertulia.fleet.Counter;
import dev.tertulia.fleet.Log;
import dev.tertulia.store.Fleet;
import dev.tertulia.store.FleetContract;

import static org.assertj.core.api.Assertions.assertThat;

class RedisFleetTest implements FleetContract {

    private final Fleet fleet = TestRedis.shared().stores().fleet();

    @Override
    public Fleet fleet() {
        return fleet;
    }

    /** Every key but the last entry of a log expires, so nothing grows for ever. */
    @Test
    void everythingExpires() {
        String name = FleetContract.fresh();
        fleet.counters().count("a", NOW, List.of(new Counter(name, MINUTE, "x")));
        fleet.logs().log(name, KEPT).append(new Log.Draft("a", Instant.now(), Set.of("red"), "body"));

        try (RedisConnection redis = RedisConnection.to(TestRedis.shared().uri())) {
            List<String> keys = redis.run(commands -> commands.keys("*" + name + "*"));
            assertThat(keys).hasSize(8).allSatisfy(key -> {
                long left = redis.run(commands -> commands.pttl(key));
                assertThat(left > 0 || key.endsWith(":last")).as(key).isTrue();
            });
        }
    }
}
