package dev.tertulia.redis;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.DeadLetterStore;

/** The dead letters of one number, in Redis. */
final class RedisDeadLetters implements DeadLetterStore {

    private final Map<DeadLetterKind, DeadLetterQueue> queues = new EnumMap<>(DeadLetterKind.class);
    private final Keys keys;
    private final OutboxCalls calls;

    RedisDeadLetters(Scripts scripts, Keys keys) {
        this.keys = keys;
        this.calls = new OutboxCalls(keys);
        queues.put(DeadLetterKind.DEAD_EVENT,
                new DeadLetterStream(scripts, keys.deadEvents(), DeadLetterKind.DEAD_EVENT, this::rehandle));
        queues.put(DeadLetterKind.DEAD_SEND,
                new DeadLetterStream(scripts, keys.deadSends(), DeadLetterKind.DEAD_SEND, this::resend));
        queues.put(DeadLetterKind.QUARANTINED, new RedisQuarantine(scripts, keys));
        queues.put(DeadLetterKind.HELD, new HeldQueue(scripts, keys, calls));
        queues.put(DeadLetterKind.UNKNOWN, new UnknownQueue(scripts, keys, calls));
        queues.put(DeadLetterKind.PARKED, new ParkedQueue(scripts, keys, calls));
    }

    @Override
    public DeadLetterQueue queue(DeadLetterKind kind) {
        return queues.get(kind);
    }

    private Call rehandle(String id, JsonNode letter, Instant now) {
        JsonNode event = letter.path("event");
        String group = DeadLetterStream.group(letter);
        return new Call(Script.REHANDLE)
                .keys(keys.deadEvents(), keys.waiting(), keys.ready(), keys.claims(), keys.mail(group))
                .args(id, group, event);
    }

    private Call resend(String id, JsonNode letter, Instant now) {
        Send send = send(letter.path("send").toString()).anew(now);
        Call call = calls.ofEntry(Script.RESEND, send.group(), send.id(), null).args(id);
        return CommitCall.appended(call, keys, send);
    }

    /** An entry to be put back. */
    static Send send(String json) {
        try {
            return Codec.read(json, Send.class);
        } catch (UncheckedIOException newer) {
            throw new DeadLetterQueue.CannotRead(newer);
        }
    }

    /** When an entry expires, if it does. */
    static @Nullable Instant expires(JsonNode send) {
        return send.hasNonNull("expires") ? Instant.parse(send.path("expires").asText()) : null;
    }
}
