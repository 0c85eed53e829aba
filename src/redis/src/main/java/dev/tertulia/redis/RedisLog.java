package dev.tertulia.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.store.LogRules;

/** A log in Redis: entries by number, with indexes by key, time and term. Entries expire by the clock of Redis. */
record RedisLog(Scripts scripts, LogKeys keys, Duration keep) implements Log {

    private static final long ANY = -1;
    /** A script must not hold up Redis for long. */
    private static final int TERMS_AT_ONCE = 100;

    /** An entry as it is stored, without its number. */
    private record Stored(String key, long at, Set<String> terms, String body) {

        LogEntry numbered(long number) {
            return new LogEntry(number, key, Instant.ofEpochMilli(at), Set.copyOf(terms), body);
        }
    }

    private static LogEntry read(String number, String json) {
        return Codec.read(json, Stored.class).numbered(Long.parseLong(number));
    }

    @Override
    public LogEntry append(Draft draft) {
        return write(draft, ANY).orElseThrow();
    }

    @Override
    public Optional<LogEntry> append(Draft draft, long last) {
        return write(draft, last);
    }

    private Optional<LogEntry> write(Draft draft, long last) {
        LogRules.check(draft);
        Call call = new Call(Script.LOG_APPEND)
                .keys(keys.last(), keys.entries(), keys.numbers(), keys.times(), keys.order())
                .keys(draft.terms().stream().map(keys::term).toArray(String[]::new))
                .args(draft.key(), draft.at().toEpochMilli(), keep.toMillis(), MOST_ENTRIES, last, Codec.write(
                        new Stored(draft.key(), draft.at().toEpochMilli(), draft.terms(), draft.body())));
        List<@Nullable Object> result = scripts.list(call);
        return result.isEmpty()
                ? Optional.empty()
                : Optional.of(read(String.valueOf(result.getFirst()), String.valueOf(result.getLast())));
    }

    @Override
    public Optional<LogEntry> last() {
        List<KeyValue<String, String>> last = scripts.redis()
                .run(commands -> commands.hmget(keys.last(), "number", "entry"));
        return last.getFirst().hasValue()
                ? Optional.of(read(last.getFirst().getValue(), last.getLast().getValue()))
                : Optional.empty();
    }

    @Override
    public Optional<LogEntry> find(long number) {
        String field = Long.toString(number);
        return Optional.ofNullable(scripts.redis().run(commands -> commands.hget(keys.entries(), field)))
                .map(json -> read(field, json));
    }

    @Override
    public Optional<LogEntry> find(String key) {
        return Optional.ofNullable(scripts.redis().run(commands -> commands.hget(keys.numbers(), key)))
                .flatMap(number -> find(Long.parseLong(number)));
    }

    @Override
    public List<LogEntry> findLatest(String term, long before, int atMost) {
        LogRules.check(atMost);
        Range<Long> below = before == Long.MAX_VALUE
                ? Range.unbounded()
                : Range.from(Range.Boundary.unbounded(), Range.Boundary.excluding(before));
        return entries(scripts.redis().run(commands -> commands.zrevrangebyscore(keys.term(term), below,
                Limit.create(0, atMost))));
    }

    @Override
    public List<List<LogEntry>> findLatest(List<String> terms, int atMost) {
        LogRules.check(atMost);
        List<List<LogEntry>> found = new ArrayList<>();
        for (int i = 0; i < terms.size(); i += TERMS_AT_ONCE) {
            Call call = new Call(Script.LOG_TERMS).keys(keys.entries()).args(atMost);
            terms.subList(i, Math.min(terms.size(), i + TERMS_AT_ONCE)).forEach(term -> call.keys(keys.term(term)));
            scripts.list(call).forEach(one -> found.add(pairs((List<?>) one)));
        }
        return found;
    }

    private static List<LogEntry> pairs(List<?> flat) {
        return IntStream.range(0, flat.size() / 2)
                .mapToObj(i -> read((String) flat.get(2 * i), (String) flat.get(2 * i + 1))).toList();
    }

    @Override
    public List<LogEntry> read(long after, int atMost) {
        LogRules.check(atMost);
        Range<Long> above = Range.from(Range.Boundary.excluding(after), Range.Boundary.unbounded());
        return entries(scripts.redis().run(commands -> commands.zrangebyscore(keys.order(), above,
                Limit.create(0, atMost))));
    }

    private List<LogEntry> entries(List<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : scripts.redis().run(commands -> commands.hmget(keys.entries(), numbers.toArray(String[]::new)))
                        .stream().filter(KeyValue::hasValue).map(one -> read(one.getKey(), one.getValue())).toList();
    }

    @Override
    public Optional<Long> firstSince(Instant time) {
        Range<Long> since = Range.from(Range.Boundary.including(time.toEpochMilli()), Range.Boundary.unbounded());
        return scripts.redis().run(commands -> commands.zrangebyscore(keys.times(), since, Limit.create(0, 1)))
                .stream().findFirst().map(Long::valueOf);
    }

    @Override
    public void rewrite(long number, Set<String> terms, String body) {
        LogRules.check(terms, body);
        find(number).ifPresent(before -> {
            Call call = new Call(Script.LOG_REWRITE).keys(keys.last(), keys.entries()).args(number,
                    Codec.write(new Stored(before.key(), before.at().toEpochMilli(), terms, body)));
            Set<String> all = new HashSet<>(before.terms());
            all.addAll(terms);
            all.forEach(term -> call.keyArg(keys.term(term)).args(terms.contains(term) ? 1 : 0));
            scripts.number(call);
        });
    }
}
