package dev.tertulia.redis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.store.DeadLetterQueue;

/** The quarantine: letters in a stream, with their size in bytes. */
final class RedisQuarantine implements DeadLetterQueue {

    private final Scripts scripts;
    private final Keys keys;
    private final DeadLetterStream letters;

    RedisQuarantine(Scripts scripts, Keys keys) {
        this.scripts = scripts;
        this.keys = keys;
        this.letters = new DeadLetterStream(scripts, keys.quarantine(), DeadLetterKind.QUARANTINED,
                (id, letter, now) -> {
                    throw new UnsupportedOperationException("a payload is read again and then discarded");
                });
    }

    @Override
    public long count() {
        return letters.count();
    }

    @Override
    public List<DeadLetter> list(@Nullable String after, int atMost) {
        return letters.list(after, atMost);
    }

    @Override
    public Optional<DeadLetter> find(String key) {
        return letters.find(key);
    }

    @Override
    public boolean retry(String key, Instant now) {
        return letters.retry(key, now);
    }

    @Override
    public boolean discard(String key, Instant now) {
        return DeadLetterStream.isId(key) && forget(key, 0, 0) == 1;
    }

    @Override
    public long trim(int most) {
        return forget("", most, Long.MAX_VALUE);
    }

    @Override
    public long bytes() {
        return Optional.ofNullable(scripts.redis().run(commands -> commands.get(keys.quarantineBytes())))
                .map(Long::parseLong).orElse(0L);
    }

    @Override
    public long trimBytes(long most) {
        return forget("", Integer.MAX_VALUE, most);
    }

    private long forget(String id, int most, long mostBytes) {
        return scripts.number(new Call(Script.UNQUARANTINE).keys(keys.quarantine(), keys.quarantineBytes()).args(id,
                most, mostBytes));
    }
}
