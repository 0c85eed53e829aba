package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.store.DeadLetterQueue;

/** A view of what waits for an event. The keys sort by time. */
final class FilteredView implements DeadLetterQueue {

    private final Object lock;
    private final Supplier<Stream<DeadLetter>> all;
    private final BiPredicate<String, Instant> back;
    private final BiPredicate<String, Instant> away;

    /**
     * A view.
     *
     * @param back lets go on what is under a key
     * @param away forgets it
     */
    FilteredView(Object lock, Supplier<Stream<DeadLetter>> all, BiPredicate<String, Instant> back,
            BiPredicate<String, Instant> away) {
        this.lock = lock;
        this.all = all;
        this.back = back;
        this.away = away;
    }

    @Override
    public long count() {
        synchronized (lock) {
            return all.get().count();
        }
    }

    @Override
    public List<DeadLetter> list(@Nullable String after, int atMost) {
        synchronized (lock) {
            return all.get().filter(letter -> after == null || letter.id().key().compareTo(after) < 0)
                    .sorted(Comparator.comparing((DeadLetter letter) -> letter.id().key()).reversed()).limit(atMost)
                    .toList();
        }
    }

    @Override
    public Optional<DeadLetter> find(String key) {
        synchronized (lock) {
            return all.get().filter(letter -> letter.id().key().equals(key)).findFirst();
        }
    }

    @Override
    public boolean retry(String key, Instant now) {
        synchronized (lock) {
            return back.test(key, now);
        }
    }

    @Override
    public boolean discard(String key, Instant now) {
        synchronized (lock) {
            return away.test(key, now);
        }
    }
}
