package dev.tertulia.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;
import dev.tertulia.fleet.Counters;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.store.Fleet;

/** Counters in Redis: of each, a sorted set of entries by time and a hash of their values. */
record RedisCounters(Scripts scripts, Keys keys) implements Counters {

    @Override
    public Counters of(String number) {
        Fleet.check(keys.number(), number);
        return this;
    }

    @Override
    public List<Count> count(String key, Instant at, List<Counter> counters) {
        if (counters.isEmpty()) {
            return List.of();
        }
        if (counters.size() > MOST_AT_ONCE) {
            throw new InvalidArgument(counters.size() + " counters are asked for at once; at most " + MOST_AT_ONCE
                    + " can be");
        }
        Call call = new Call(Script.TALLY).args(key, at.toEpochMilli(), MOST_ENTRIES, Count.MOST_VALUES);
        for (Counter counter : counters) {
            call.keyArg(keys.counter(counter.name())).keyArg(keys.counterValues(counter.name())).args(
                    counter.within().toMillis(), counter.value() == null ? 0 : 1,
                    counter.value() == null ? "" : counter.value());
        }
        return read(scripts.list(call).iterator(), counters.size());
    }

    private static List<Count> read(Iterator<@Nullable Object> result, int counters) {
        List<Count> counts = new ArrayList<>();
        for (int i = 0; i < counters; i++) {
            long entries = number(result);
            List<String> values = new ArrayList<>();
            for (long left = number(result); left > 0; left--) {
                values.add(String.valueOf(result.next()));
            }
            counts.add(new Count(entries, values));
        }
        return counts;
    }

    private static long number(Iterator<@Nullable Object> result) {
        return Long.parseLong(String.valueOf(result.next()));
    }

    @Override
    public void clear(String name) {
        scripts.redis().run(commands -> commands.del(keys.counter(name), keys.counterValues(name)));
    }
}
