package dev.tertulia.redis;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.tertulia.store.NumberRegistry;

/** The numbers that were added to an installation, which all processes of one Redis share. */
public record RedisNumbers(RedisConnection redis) implements NumberRegistry {

    /** Hash: phone number id to the id of its business account, {@code ""} if that was not told. */
    private static final String ALL = "tertulia:{numbers}:added";
    /** Counts the changes. */
    private static final String VERSION = "tertulia:{numbers}:version";

    @Override
    public boolean add(String id, String businessAccount) {
        return change(id, businessAccount);
    }

    @Override
    public boolean remove(String id) {
        return change(id);
    }

    private boolean change(String... numberAndAccount) {
        return Scripts.number(redis, new Call(Script.NUMBER).keys(ALL, VERSION).args((Object[]) numberAndAccount)) == 1;
    }

    @Override
    public long version() {
        return Optional.ofNullable(redis.run(commands -> commands.get(VERSION))).map(Long::parseLong).orElse(0L);
    }

    @Override
    public Map<String, String> all() {
        return Map.copyOf(Objects.requireNonNull(redis.run(commands -> commands.hgetall(ALL))));
    }
}
