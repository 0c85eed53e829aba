package dev.tertulia.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.State;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Member;

/** What bots remember, as one turn sees and changes it. */
final class States {

    private static final String NOTHING = "{}";

    private final ObjectMapper json;
    private final Map<String, String> stored;
    private final Map<String, Optional<String>> changed = new ConcurrentHashMap<>();

    States(ObjectMapper json, Map<String, String> stored) {
        this.json = json;
        this.stored = stored;
    }

    /** Under which name a value of the whole group is kept. */
    static String key(Class<?> type) {
        return type.getName();
    }

    Map<String, Optional<String>> changed() {
        return Map.copyOf(changed);
    }

    /** What was kept of a member under one id is kept under the other one, unless something is kept there already. */
    void move(String id, String other) {
        String ending = " " + id;
        for (String key : stored.keySet()) {
            if (key.endsWith(ending)) {
                String kept = key.substring(0, key.length() - id.length()) + other;
                if (!stored.containsKey(kept) && !changed.containsKey(kept)) {
                    changed.put(kept, Optional.of(stored.get(key)));
                }
                changed.put(key, Optional.empty());
            }
        }
    }

    <T> Kept<T> of(Class<T> type, @Nullable Member member) {
        String key = member == null ? key(type) : key(type) + " " + member.id();
        return new Kept<>(type, key);
    }

    /** One value under its key. */
    final class Kept<T> implements State<T> {

        private final Class<T> type;
        private final String key;

        private Kept(Class<T> type, String key) {
            this.type = type;
            this.key = key;
        }

        @Override
        public T get() {
            String text = changed.getOrDefault(key, Optional.ofNullable(stored.get(key))).orElse(NOTHING);
            try {
                return json.readValue(text, type);
            } catch (IOException e) {
                throw new UncheckedIOException("what is stored as " + key + " does not fit record "
                        + type.getSimpleName() + " any more; give new components a default in its constructor", e);
            }
        }

        @Override
        public void set(T value) {
            keep(written(value));
        }

        void keep(String text) {
            changed.put(key, Optional.of(text));
        }

        String written(T value) {
            try {
                return json.writeValueAsString(value);
            } catch (IOException e) {
                throw new InvalidArgument(
                        type.getSimpleName() + " cannot be written as JSON; keep text, numbers, dates,"
                                + " lists, maps and records of them",
                        e);
            }
        }

        @Override
        public void clear() {
            changed.put(key, Optional.empty());
        }
    }
}
