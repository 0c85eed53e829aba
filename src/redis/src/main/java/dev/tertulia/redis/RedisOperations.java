package dev.tertulia.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;

import dev.tertulia.message.Event;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;
import dev.tertulia.operation.OperationStore;
import dev.tertulia.operation.PendingOperations;

/** Operations in Redis: a key for each, and a hash for each table of pending ones. */
record RedisOperations(Scripts scripts, Keys keys) implements OperationStore {

    private static final Duration KEPT = Duration.ofDays(30);

    @Override
    public Optional<Operation> find(OperationId id) {
        return Optional.ofNullable(scripts.redis().run(commands -> commands.get(keys.operation(id.value()))))
                .map(json -> Codec.read(json, Operation.class));
    }

    @Override
    public PendingOperations pending(String name) {
        return scripts.redis().run(commands -> commands.hmget(keys.desk(name), "desk")).stream()
                .filter(KeyValue::hasValue).map(json -> Codec.read(json.getValue(), PendingOperations.class))
                .findFirst()
                .orElse(PendingOperations.EMPTY);
    }

    @Override
    public boolean replace(String name, PendingOperations next, List<Operation> changed, List<Event> told) {
        PendingOperations following = next.following();
        Call call = new Call(Script.DESK).keys(keys.desk(name), keys.deadlines(), keys.ready(), keys.claims(),
                keys.waiting())
                .args(name, next.version(), following.version(), Codec.write(following),
                        following.deadline().<Object>map(Instant::toEpochMilli).orElse(""), KEPT.toMillis(),
                        changed.size());
        changed.forEach(one -> call.keyArg(keys.operation(one.id().value())).args(Codec.write(one)));
        told.forEach(event -> call.keyArg(keys.mail(event.group())).args(event.group(), Codec.write(event)));
        return scripts.number(call) == 1;
    }

    @Override
    public List<String> overdue(Instant now, int atMost) {
        Range<Long> past = Range.create(0L, now.toEpochMilli());
        return scripts.redis()
                .run(commands -> commands.zrangebyscore(keys.deadlines(), past, Limit.create(0, atMost)));
    }
}
