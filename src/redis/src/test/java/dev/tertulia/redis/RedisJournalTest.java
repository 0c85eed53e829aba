package dev.tertulia.redis;

import java.time.Duration;
import java.util.List;

import io.lettuce.core.XAddArgs;
import org.junit.jupiter.api.Test;

import dev.tertulia.store.EventJournal;
import dev.tertulia.store.JournalContract;
import dev.tertulia.store.Stores;

import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

class RedisJournalTest implements JournalContract {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);

    private final RedisConnection redis = TestRedis.shared().connection();
    private final Keys keys = new Keys(TestRedis.newNumber());
    private final Stores stores = new RedisStore(redis, keys.number()).stores();
    private final EventJournal bounded = journal(100);
    private final EventJournal none = journal(0);

    private EventJournal journal(int entries) {
        return new RedisStore(redis, TestRedis.newNumber(), new EventJournal.Limits(entries, WEEK)).stores().journal();
    }

    @Override
    public Stores stores() {
        return stores;
    }

    @Override
    public EventJournal bounded() {
        return bounded;
    }

    @Override
    public EventJournal none() {
        return none;
    }

    @Test
    void expiresWhereNothingHappensAnyMore() {
        stores.inbox().accept(List.of(message("g", "a")), NOW);

        long left = redis.<Long>run(commands -> commands.pttl(keys.journal()));
        assertThat(Duration.ofMillis(left)).isBetween(WEEK, WEEK.plus(HOUR));
    }

    @Test
    void saysOnceAnHourForHowLongItIsKept() {
        stores.inbox().accept(List.of(message("g", "a")), NOW);
        redis.run(commands -> commands.persist(keys.journal()));

        stores.inbox().accept(List.of(message("g", "b")), NOW.plus(HOUR).minusMillis(1));
        assertThat(redis.<Long>run(commands -> commands.pttl(keys.journal()))).isEqualTo(-1);
        stores.inbox().accept(List.of(message("g", "c")), NOW.plus(HOUR));
        assertThat(redis.<Long>run(commands -> commands.pttl(keys.journal()))).isPositive();
    }

    @Test
    void forgetsWhatIsTooOld() {
        for (int i = 1; i <= 500; i++) {
            String id = i + "-0";
            redis.run(commands -> commands.xadd(keys.journal(), XAddArgs.Builder.maxlen(1_000).id(id), "n", "old"));
        }
        stores.inbox().accept(List.of(message("g", "a")), NOW);

        assertThat(redis.<Long>run(commands -> commands.xlen(keys.journal()))).isLessThan(200);
    }

    @Test
    void passesOverWhatANewerVersionWrote() {
        stores.inbox().accept(List.of(message("g", "a")), NOW);
        redis.run(commands -> commands.xadd(keys.journal(), "n", "1\tTELEPORTED\tg\tm\ts\t\t"));

        assertThat(stores.journal().before(null, 10)).hasSize(1);
    }
}
