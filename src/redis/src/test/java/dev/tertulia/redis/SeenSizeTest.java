package dev.tertulia.redis;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.message.Event;

import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

/** What was seen is remembered for weeks, so it has to be small. */
class SeenSizeTest {

    private static final int MOST_BYTES = 64;
    private static final int AT_ONCE = 1_000;

    @ParameterizedTest
    @ValueSource(ints = {100, 500, 1_000, 5_000, 30_000})
    void takesAFewBytesAnEvent(int events) {
        RedisConnection redis = TestRedis.shared().connection();
        String number = TestRedis.newNumber();
        for (int from = 0; from < events; from += AT_ONCE) {
            List<Event> delivery = IntStream.range(from, Math.min(events, from + AT_ONCE))
                    .mapToObj(i -> message("g", "key" + i)).toList();
            TestRedis.stores(redis, number).inbox().accept(delivery, NOW);
        }

        long bytes = redis.run(commands -> commands.keys("tertulia:{" + number + "}:seen*")).stream()
                .mapToLong(key -> redis.<Long>run(commands -> commands.memoryUsage(key))).sum();

        assertThat(bytes / (double) events).isBetween(8.0, (double) MOST_BYTES);
    }
}
