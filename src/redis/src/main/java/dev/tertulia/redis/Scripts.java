package dev.tertulia.redis;

import java.util.List;
import java.util.Optional;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
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
        return redis.run(commands -> Optional.ofNullable(run(commands, call, ScriptOutputType.INTEGER)));
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
        return redis.<Long>run(commands -> run(commands, call, ScriptOutputType.INTEGER));
    }

    static Optional<String> text(RedisConnection redis, Call call) {
        return redis.run(commands -> Optional.ofNullable(run(commands, call, ScriptOutputType.VALUE)));
    }

    static List<@Nullable Object> list(RedisConnection redis, Call call) {
        return redis.run(commands -> run(commands, call, ScriptOutputType.MULTI));
    }

    private static <T extends @Nullable Object> T run(RedisClusterCommands<String, String> commands, Call call,
            ScriptOutputType type) {
        try {
            return commands.evalsha(call.script().sha(), type, call.keys(), call.args());
        } catch (RedisNoScriptException unknown) {
            return commands.eval(call.script().source(), type, call.keys(), call.args());
        }
    }
}
