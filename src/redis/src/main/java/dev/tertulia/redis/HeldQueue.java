package dev.tertulia.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.ScoredValue;
import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.store.DeadLetterQueue;

/** Entries that are held: their names in one sorted set, themselves in a list for each group. */
record HeldQueue(Scripts scripts, Keys keys, OutboxCalls calls) implements DeadLetterQueue {

    private static final int AT_ONCE = 100;
    private static final String KEY = "\\d{1,18}:[^:]+:.+";

    /** The group in a name, as outbox.lua makes it. */
    static String group(String name) {
        return name.split(":", 2)[1];
    }

    @Override
    public long count() {
        return scripts.redis().<Long>run(commands -> commands.zcard(keys.held()));
    }

    @Override
    public List<DeadLetter> list(@Nullable String after, int atMost) {
        if (after != null && !after.matches(KEY)) {
            return List.of();
        }
        Boundary<Long> end = after == null
                ? Boundary.unbounded()
                : Boundary.including(Long.parseLong(after.split(":", 2)[0]));
        List<DeadLetter> letters = new ArrayList<>();
        List<ScoredValue<String>> some = some(end, 0);
        for (int read = 0; !some.isEmpty(); read += some.size(), some = some(end, read)) {
            for (ScoredValue<String> held : some) {
                String key = (long) held.getScore() + ":" + held.getValue();
                if (after == null || key.compareTo(after) < 0) {
                    find(key).ifPresent(letters::add);
                }
                if (letters.size() == atMost) {
                    return letters;
                }
            }
        }
        return letters;
    }

    private List<ScoredValue<String>> some(Boundary<Long> end, int from) {
        return scripts.redis().run(commands -> commands.zrevrangebyscoreWithScores(keys.held(),
                Range.from(Boundary.unbounded(), end), Limit.create(from, AT_ONCE)));
    }

    @Override
    public Optional<DeadLetter> find(String key) {
        if (!key.matches(KEY)) {
            return Optional.empty();
        }
        String[] parts = key.split(":", 3);
        Double till = scripts.redis().run(commands -> commands.zscore(keys.held(), parts[1] + ":" + parts[2]));
        if (till == null || till.longValue() != Long.parseLong(parts[0])) {
            return Optional.empty();
        }
        return scripts.redis().run(commands -> commands.lrange(keys.held(parts[2]), 0, -1)).stream()
                .map(held -> held.split("\n", 2))
                .filter(held -> Codec.read(held[1], JsonNode.class).path("id").asText().equals(parts[1]))
                .map(held -> letter(key, parts[2], held)).findFirst();
    }

    private static DeadLetter letter(String key, String group, String[] held) {
        JsonNode hold = Codec.read(held[0].substring(1), JsonNode.class);
        return new DeadLetter(DeadLetterKind.HELD.id(key), group, Instant.parse(hold.path("at").asText()),
                hold.path("reason").asText(), null, null, RedisDeadLetters.expires(Codec.read(held[1], JsonNode.class)),
                held[1]);
    }

    @Override
    public boolean retry(String key, Instant now) {
        return take(key, now, true);
    }

    @Override
    public boolean discard(String key, Instant now) {
        return take(key, now, false);
    }

    private boolean take(String key, Instant now, boolean back) {
        String[] parts = key.split(":", 3);
        return key.matches(KEY) && scripts
                .number(calls.ofEntry(Script.HELD_ONE, parts[2], parts[1], null).args(parts[2], parts[1], parts[0],
                        back ? 1 : 0, now.toEpochMilli())) == 1;
    }
}
