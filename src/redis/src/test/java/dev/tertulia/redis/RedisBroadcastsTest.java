package dev.tertulia.redis;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.BroadcastContract;
import dev.tertulia.store.BroadcastStore.Started;
import dev.tertulia.store.InHand;
import dev.tertulia.store.SettlementKind;
import dev.tertulia.store.Stores;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static org.assertj.core.api.Assertions.assertThat;

class RedisBroadcastsTest implements BroadcastContract {

    private final Keys keys = new Keys(TestRedis.newNumber());
    private final Stores stores = TestRedis.shared().stores(keys.number());

    @Override
    public Stores stores() {
        return stores;
    }

    @Test
    void emptiesNoGroupWhereABroadcastCameInBetween() {
        Send send = send("g", Send.ofBroadcast("b", "g"));
        stores.outbox().add(send);
        long fence = stores.outbox().lease("pump", LONG).getAsLong();
        InHand.begin(stores.outbox(), fence, LaneKind.MESSAGES, new DueQueue("g", Priority.REPLY));
        InHand.settle(stores.outbox(), fence, settlement(send, SettlementKind.PARKED));
        Call before = new OutboxCalls(keys).of(Script.EMPTY, "g").args("g", "UNTIL_JOIN:" + NOW.toEpochMilli());

        assertThat(Scripts.of(TestRedis.shared().connection(), keys).number(before)).isEqualTo(-1);

        assertThat(stores.outbox().counts().apart().parked()).isEqualTo(1);
    }

    @Test
    void startsTheLargestThatIsAllowed() {
        List<String> groups = IntStream.range(0, Broadcast.MOST_GROUPS).mapToObj(i -> "120363041234567890" + i)
                .toList();

        stores.broadcasts().start(new Started("b", NOTICE, "label vip", NOW), groups);

        assertThat(stores.broadcasts().progress("b").orElseThrow().waiting()).isEqualTo(Broadcast.MOST_GROUPS);
    }
}
