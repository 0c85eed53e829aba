package dev.tertulia.redis;

import java.util.List;
import java.util.Map;

import io.lettuce.core.Range;
import org.junit.jupiter.api.Test;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.message.Unsupported;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.store.Claim;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.Effects;
import dev.tertulia.store.InHand;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.SettlementKind;
import dev.tertulia.store.Stores;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What lies in Redis for a person to look at, and what this version cannot read. */
class RedisKeepsTest {

    private final RedisConnection redis = TestRedis.shared().connection();
    private final Keys keys = new Keys(TestRedis.newNumber());
    private final Stores stores = new RedisStore(redis, keys.number()).stores();
    private final Inbox inbox = stores.inbox();
    private final OutboxStore outbox = stores.outbox();

    private List<String> letters(String stream) {
        return redis.run(commands -> commands.xrange(stream, Range.unbounded())).stream()
                .map(entry -> entry.getBody().get("letter")).toList();
    }

    @Test
    void deadEvents() {
        inbox.accept(List.of(message("g", "a")), NOW);
        Claim claim = inbox.claim(1, LONG).getFirst();
        inbox.open(claim);

        InHand.commit(inbox, claim, new Effects(Map.of(), List.of(), List.of(), List.of(), List.of(), "it \"hangs\""),
                NOW);

        assertThat(letters(keys.deadEvents())).containsExactly("{\"at\":\"2026-03-02T09:00:00Z\","
                + "\"reason\":\"it \\\"hangs\\\"\",\"event\":" + Codec.write(message("g", "a")) + "}");
    }

    @Test
    void deadSends() {
        outbox.add(send("g", "1"));
        long fence = outbox.lease("pump", LONG).getAsLong();
        InHand.begin(outbox, fence, LaneKind.MESSAGES, new DueQueue("g", Priority.REPLY));

        InHand.settle(outbox, fence, SettlementKind.dead(send("g", "1"), NOW, "because", 131026));

        assertThat(letters(keys.deadSends())).containsExactly("{\"at\":\"2026-03-02T09:00:00Z\","
                + "\"reason\":\"because\",\"code\":131026,\"send\":" + Codec.write(send("g", "1")) + "}");
    }

    @Test
    void whatCouldNotBeRead() {
        inbox.quarantine("{\"a\":", "no JSON", NOW);

        assertThat(letters(keys.quarantine()))
                .containsExactly("{\"at\":\"2026-03-02T09:00:00Z\",\"reason\":\"no JSON\",\"raw\":\"{\\\"a\\\":\"}");
    }

    @Test
    void aLetterOfANewerVersionIsShownAndStays() {
        String letter = "{\"at\":\"2026-03-02T09:00:00Z\",\"reason\":\"no\",\"send\":{\"id\":\"1\",\"group\":\"g\","
                + "\"action\":{\"is\":\"Wave\"}}}";
        redis.run(commands -> commands.xadd(keys.deadSends(), "letter", letter));
        DeadLetterQueue queue = new RedisDeadLetters(Scripts.of(redis, keys), keys).queue(DeadLetterKind.DEAD_SEND);
        DeadLetter shown = queue.list(null, 10).getFirst();

        assertThat(shown.group()).isEqualTo("g");
        assertThat(shown.content()).contains("Wave");
        assertThatExceptionOfType(DeadLetterQueue.CannotRead.class)
                .isThrownBy(() -> queue.retry(shown.id().key(), NOW))
                .withMessage("this version of the program cannot read it; retry it with the version that stored it");
        assertThat(queue.count()).isEqualTo(1);
    }

    @Test
    void anEventOfANewerVersionDoesNotStopItsGroup() {
        inbox.accept(List.of(message("g", "a"), message("g", "b")), NOW);
        String newer = "{\"is\":\"Hologram\"}";
        redis.run(commands -> commands.lset(keys.mail("g"), 0, newer));
        Claim claim = inbox.claim(1, LONG).getFirst();

        Unsupported event = (Unsupported) inbox.open(claim).event();
        InHand.commit(inbox, claim, Effects.NONE, NOW);

        assertThat(event.group()).isEqualTo("g");
        assertThat(event.raw()).isEqualTo(newer);
        assertThat(inbox.open(claim).event()).isEqualTo(message("g", "b"));
    }

    @Test
    void anEntryOfANewerVersionWaitsAndStopsNoOtherGroup() {
        long fence = outbox.lease("old version", LONG).getAsLong();
        outbox.add(send("g", "1"));
        outbox.add(send("h", "2"));
        String newer = "{\"id\":\"1\",\"action\":{\"is\":\"Wave\"},\"progress\":{}}";
        redis.run(commands -> commands.lset(keys.queue("g", LaneKind.MESSAGES, Priority.REPLY), 0, newer));

        assertThat(InHand.begin(outbox, fence, LaneKind.MESSAGES, new DueQueue("g", Priority.REPLY))).isEmpty();
        assertThat(InHand.begin(outbox, fence, LaneKind.MESSAGES, new DueQueue("h", Priority.REPLY)))
                .contains(send("h", "2"));
        outbox.release(fence);
        assertThat(InHand.interrupted(outbox, outbox.lease("next", LONG).getAsLong())).containsExactly(send("h", "2"));
        assertThat(redis.<List<String>>run(commands -> commands.hvals(keys.inHand())))
                .anyMatch(held -> held.endsWith(newer));
    }
}
