package dev.tertulia.redis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.lettuce.core.ZAddArgs;

import dev.tertulia.window.Windows;

/** Windows in a sorted set. */
record RedisWindows(RedisConnection redis, Keys keys) implements Windows {

    @Override
    public Optional<Instant> openUntil(String group) {
        return redis.run(commands -> Optional.ofNullable(commands.zscore(keys.windows(), group)))
                .map(millis -> Instant.ofEpochMilli(millis.longValue()));
    }

    @Override
    public List<String> latest(int atMost) {
        return redis.run(commands -> commands.zrevrange(keys.windows(), 0, atMost - 1L));
    }

    @Override
    public void shut(String group, Instant now) {
        redis.run(commands -> commands.zadd(keys.windows(), ZAddArgs.Builder.xx().lt(), (double) now.toEpochMilli(),
                group));
    }
}
