package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.FairShare;

/** Entries that failed permanently, in order. */
final class DeadLetterList<T> implements DeadLetterQueue {

    private final Object lock;
    private final BiFunction<String, T, DeadLetter> letter;
    private final BiConsumer<T, Instant> back;
    private final Function<T, String> group;
    private final NavigableMap<Long, T> kept = new TreeMap<>();
    private final ToLongFunction<T> size;
    private long last;

    /**
     * An empty list that does not count bytes.
     *
     * @param letter makes the letter of a key and its entry
     * @param back   puts something back where it came from
     * @param group  whose it is
     */
    DeadLetterList(Object lock, BiFunction<String, T, DeadLetter> letter, BiConsumer<T, Instant> back,
            Function<T, String> group) {
        this(lock, letter, back, group, one -> 0);
    }

    /**
     * An empty one.
     *
     * @param letter what is shown of a key and what lies there
     * @param back   puts something back where it came from
     * @param group  whose it is
     * @param size   how many bytes something takes
     */
    DeadLetterList(Object lock, BiFunction<String, T, DeadLetter> letter, BiConsumer<T, Instant> back,
            Function<T, String> group, ToLongFunction<T> size) {
        this.lock = lock;
        this.letter = letter;
        this.back = back;
        this.group = group;
        this.size = size;
    }

    /** With the lock held. */
    void add(T one) {
        kept.put(++last, one);
    }

    @Override
    public long count() {
        synchronized (lock) {
            return kept.size();
        }
    }

    @Override
    public List<DeadLetter> list(@Nullable String after, int atMost) {
        synchronized (lock) {
            return kept.headMap(after == null ? Long.MAX_VALUE : number(after), false).descendingMap().entrySet()
                    .stream().limit(atMost).map(e -> letter.apply(e.getKey().toString(), e.getValue())).toList();
        }
    }

    @Override
    public Optional<DeadLetter> find(String key) {
        synchronized (lock) {
            return Optional.ofNullable(kept.get(number(key))).map(found -> letter.apply(key, found));
        }
    }

    @Override
    public boolean retry(String key, Instant now) {
        synchronized (lock) {
            Optional<T> taken = Optional.ofNullable(kept.remove(number(key)));
            taken.ifPresent(one -> back.accept(one, now));
            return taken.isPresent();
        }
    }

    @Override
    public boolean discard(String key, Instant now) {
        synchronized (lock) {
            return kept.remove(number(key)) != null;
        }
    }

    @Override
    public long trim(int most) {
        synchronized (lock) {
            if (kept.size() <= most) {
                return 0;
            }
            FairShare<Long> shares = new FairShare<>();
            kept.forEach((key, one) -> shares.add(group.apply(one), key));
            List<Long> dropped = shares.beyond(most);
            dropped.forEach(kept::remove);
            return dropped.size();
        }
    }

    @Override
    public long bytes() {
        synchronized (lock) {
            return kept.values().stream().mapToLong(size).sum();
        }
    }

    @Override
    public long trimBytes(long most) {
        synchronized (lock) {
            long dropped = 0;
            for (long bytes = bytes(); bytes > most; dropped++) {
                bytes -= size.applyAsLong(kept.pollFirstEntry().getValue());
            }
            return dropped;
        }
    }

    /** Keys start at 1, so 0 matches nothing. */
    private static long number(String key) {
        return key.matches("\\d{1,18}") ? Long.parseLong(key) : 0;
    }
}
