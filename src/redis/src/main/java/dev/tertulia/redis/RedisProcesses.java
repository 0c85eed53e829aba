package dev.tertulia.redis;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.store.Processes;
import dev.tertulia.store.Processes.ProcessState;

/** The processes that share a Redis. They are alive by the clock of Redis, since those of processes differ. */
public final class RedisProcesses implements Processes {

    /** Hash: name to the end of its time and its state. It belongs to no phone number. */
    private static final String KEY = "tertulia:processes";

    private final RedisConnection redis;

    public RedisProcesses(RedisConnection redis) {
        this.redis = redis;
    }

    @Override
    public void alive(ProcessState state, Duration keep) {
        Scripts.number(redis, new Call(Script.PROCESS).keys(KEY).args(state.name(), RedisInbox.micros(keep),
                Codec.write(state)));
    }

    @Override
    public void ended(String name) {
        redis.run(commands -> commands.hdel(KEY, name));
    }

    @Override
    public List<ProcessState> all() {
        return Scripts.list(redis, new Call(Script.PROCESSES).keys(KEY)).stream().map(RedisProcesses::read)
                .flatMap(Optional::stream).sorted(Comparator.comparing(ProcessState::started)).toList();
    }

    /** A state that another version wrote and this one cannot read is left out. */
    private static Optional<ProcessState> read(@Nullable Object json) {
        try {
            return Optional.of(Codec.read(Objects.toString(json), ProcessState.class));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
