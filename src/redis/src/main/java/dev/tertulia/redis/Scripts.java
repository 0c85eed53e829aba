package dev.tertulia.redis;

import java.util.List;
import java.util.Optional;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts by their digest; if Redis does not know one, because it is new or restarted, the text is sent.
 *
 * @param mark set before a script that stores work
 */
record Scripts(RedisConnection redis, WorkMark mark) {

    /** Scripts of a number. */
    static Scripts of(RedisConnection redis, Keys keys) {
        return new Scripts(redis, new WorkMark(redis, keys.number()));
    }

    long number(Call call) {
        markFor(call);
        return number(redis, call);
    }

    Optional<Long> numberIfAny(Call call) {
        markFor(call);
        return Optional.ofNullable(run(redis, call, ScriptOutputType.INTEGER));
    }

    Optional<String> text(Call call) {
        markFor(call);
        return text(redis, call);
    }

    List<@Nullable Object> list(Call call) {
        markFor(call);
        return list(redis, call);
    }

    private void markFor(Call call) {
        if (call.script().storesWork()) {
            mark.set();
        }
    }

    static long number(RedisConnection redis, Call call) {
        return Scripts.<Long>run(redis, call, ScriptOutputType.INTEGER);
    }

    static Optional<String> text(RedisConnection redis, Call call) {
        return Optional.ofNullable(run(redis, call, ScriptOutputType.VALUE));
    }

    static List<@Nullable Object> list(RedisConnection redis, Call call) {
        return run(redis, call, ScriptOutputType.MULTI);
    }

    private static <T extends @Nullable Object> T run(RedisConnection redis, Call call, ScriptOutputType type) {
        Script script = call.script();
        return redis.work(commands -> {
            try {
                return RedisConnection.await(commands.<T>evalsha(script.sha(), type, call.keys(), call.args()));
            } catch (RedisNoScriptException unknown) {
                return RedisConnection.await(commands.<T>eval(script.source(), type, call.keys(), call.args()));
            }
        });
    }
}
