package dev.tertulia.redis;

import java.util.List;
import java.util.Optional;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import org.jspecify.annotations.Nullable;

/** Runs scripts by their digest; if Redis does not know one, because it is new or restarted, the text is sent. */
record Scripts(RedisConnection redis) {

    long number(Call call) {
        return redis.<Long>run(commands -> run(commands, call, ScriptOutputType.INTEGER));
    }

    Optional<Long> numberIfAny(Call call) {
        return redis.run(commands -> Optional.ofNullable(run(commands, call, ScriptOutputType.INTEGER)));
    }

    Optional<String> text(Call call) {
        return redis.run(commands -> Optional.ofNullable(run(commands, call, ScriptOutputType.VALUE)));
    }

    List<@Nullable Object> list(Call call) {
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
