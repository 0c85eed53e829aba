package dev.tertulia.redis;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.graph.ErrorCatalogue;
import dev.tertulia.outbox.BlockedUntil;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.DeadLetterQueue;

/** Parked groups, in a hash: each with what it waits for and since when. */
record ParkedQueue(Scripts scripts, Keys keys, OutboxCalls calls) implements DeadLetterQueue {

    /** The answer of empty.lua if a queue has entries of a broadcast that the call did not name. */
    private static final long UNNAMED = -1;

    @Override
    public long count() {
        return scripts.redis().<Long>run(commands -> commands.hlen(keys.parked()));
    }

    @Override
    public List<DeadLetter> list(@Nullable String after, int atMost) {
        return scripts.redis().run(commands -> commands.hgetall(keys.parked())).entrySet().stream()
                .map(ParkedQueue::letter).filter(letter -> after == null || letter.id().key().compareTo(after) < 0)
                .sorted(Comparator.comparing((DeadLetter letter) -> letter.id().key()).reversed()).limit(atMost)
                .toList();
    }

    @Override
    public Optional<DeadLetter> find(String key) {
        return parked(key).map(ParkedQueue::letter);
    }

    private static DeadLetter letter(Map.Entry<String, String> parked) {
        String[] parts = parked.getValue().split(":", 2);
        BlockedUntil reason = BlockedUntil.valueOf(parts[0]);
        return new DeadLetter(DeadLetterKind.PARKED.id(parts[1] + ":" + parked.getKey()), parked.getKey(),
                Instant.ofEpochMilli(Long.parseLong(parts[1])), reason.explain(), reason.code(),
                ErrorCatalogue.advice(reason.code()), null,
                Codec.write(Map.of("waitsFor", reason)));
    }

    /** The group of a key with what is kept of it, if it is parked since that moment. */
    private Optional<Map.Entry<String, String>> parked(String key) {
        String[] parts = key.split(":", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        String kept = scripts.redis().run(commands -> commands.hget(keys.parked(), parts[1]));
        return Optional.ofNullable(kept).filter(value -> value.endsWith(":" + parts[0]))
                .map(value -> Map.entry(parts[1], value));
    }

    @Override
    public boolean retry(String key, Instant now) {
        return parked(key).filter(parked -> scripts.number(calls.of(Script.UNPARK, parked.getKey())
                .args(parked.getKey(), parked.getValue(), now.toEpochMilli())) == 1).isPresent();
    }

    @Override
    public boolean discard(String key, Instant now) {
        return parked(key).filter(parked -> empty(parked.getKey(), parked.getValue())).isPresent();
    }

    /** Once more where a broadcast came to the group in between, so that it is counted there. */
    private boolean empty(String group, String kept) {
        long done = UNNAMED;
        while (done == UNNAMED) {
            Call call = calls.of(Script.EMPTY, group).args(group, kept);
            broadcasts(group).forEach(name -> {
                call.args(name);
                Stream.of(RedisBroadcasts.broadcast(keys, name)).forEach(call::keyArg);
            });
            done = scripts.number(call);
        }
        return done == 1;
    }

    /** The broadcasts that have entries in the queues of a group. */
    private Stream<String> broadcasts(String group) {
        return OutboxCalls.PLACES.stream().map(place -> keys.queue(group, place.lane(), place.priority()))
                .flatMap(queue -> scripts.redis().run(commands -> commands.lrange(queue, 0, -1)).stream())
                .flatMap(json -> Send.broadcast(Codec.read(json, JsonNode.class).path("id").asText()).stream())
                .distinct();
    }
}
