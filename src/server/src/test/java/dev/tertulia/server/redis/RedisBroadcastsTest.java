package dev.tertulia.server.redis;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.Line;
import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.broadcast.BroadcastStore.Started;
import dev.tertulia.store.BroadcastContract;

import static dev.tertulia.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class RedisBroadcastsTest implements BroadcastContract {

    private final Line.Stores stores = TestRedis.shared().stores();

    @Override
    public Line.Stores stores() {
        return stores;
    }

    @Test
    void startsTheLargestThatIsAllowed() {
        List<String> groups = IntStream.range(0, Broadcast.MOST_GROUPS).mapToObj(i -> "120363041234567890" + i)
                .toList();

        stores.broadcasts().start(new Started("b", NOTICE, "label vip", NOW), groups);

        assertThat(stores.broadcasts().progress("b").orElseThrow().waiting()).isEqualTo(Broadcast.MOST_GROUPS);
    }
}
