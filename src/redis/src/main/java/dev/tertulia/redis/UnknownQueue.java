package dev.tertulia.redis;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.Progress;
import dev.tertulia.store.DeadLetterQueue;

/** Entries of unknown outcome, in a hash by their ids. There are at most a few for each group. */
record UnknownQueue(Scripts scripts, Keys keys, OutboxCalls calls) implements DeadLetterQueue {

    @Override
    public long count() {
        return scripts.redis().<Long>run(commands -> commands.hlen(keys.unknown()));
    }

    @Override
    public List<DeadLetter> list(@Nullable String after, int atMost) {
        return scripts.redis().run(commands -> commands.hkeys(keys.unknown())).stream()
                .filter(id -> after == null || id.compareTo(after) < 0).sorted(Comparator.reverseOrder())
                .limit(atMost).flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public Optional<DeadLetter> find(String key) {
        return json(key).map(json -> {
            JsonNode send = Codec.read(json, JsonNode.class);
            Progress.Unknown progress = (Progress.Unknown) Codec.read(send.path("progress").toString(), Progress.class);
            return new DeadLetter(DeadLetterKind.UNKNOWN.id(key), send.path("group").asText(), progress.unknownSince(),
                    progress.explain(), null, null, RedisDeadLetters.expires(send), json);
        });
    }

    private Optional<String> json(String id) {
        return Optional.ofNullable(scripts.redis().run(commands -> commands.hget(keys.unknown(), id)))
                .map(found -> found.substring(1)); // see outbox.lua
    }

    @Override
    public boolean retry(String key, Instant now) {
        return json(key).filter(json -> take(key, json, Codec.write(RedisDeadLetters.send(json).repeated()), now))
                .isPresent();
    }

    @Override
    public boolean discard(String key, Instant now) {
        return json(key).filter(json -> take(key, json, "", now)).isPresent();
    }

    private boolean take(String id, String json, String instead, Instant now) {
        String group = Codec.read(json, JsonNode.class).path("group").asText();
        return scripts
                .number(calls.ofEntry(Script.UNKNOWN_ONE, group, id, null).args(group, id, instead,
                        now.toEpochMilli())) == 1;
    }
}
