package dev.tertulia.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.State;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.InvalidState;
import dev.tertulia.message.Member;
import dev.tertulia.store.StoredName;

/** What bots remember, as one turn sees and changes it. */
final class States {

    private static final int MOST_OF_VALUE = 500_000;
    private static final int MOST_OF_GROUP = 2_000_000;
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
        return StoredName.of(type);
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

    /** What the framework itself remembers: it keeps it small, and it must be able to. */
    <T> Kept<T> of(Class<T> type, @Nullable Member member) {
        return new Kept<>(type, key(type, member), (key, text) -> {});
    }

    /** What a bot remembers, which is refused where it is too much. */
    <T> Kept<T> bounded(Class<T> type, @Nullable Member member) {
        return new Kept<>(type, key(type, member), this::check);
    }

    private static String key(Class<?> type, @Nullable Member member) {
        return member == null ? key(type) : key(type) + " " + member.id();
    }

    private void check(String key, String text) {
        if (text.length() > MOST_OF_VALUE) {
            throw new InvalidState("what is to be stored as " + key.split(" ")[0] + " takes " + text.length()
                    + " characters of JSON; " + MOST_OF_VALUE + " are the most, so keep only what is still needed, or"
                    + " store it in a database of your own");
        }
        long all = text.length();
        for (Map.Entry<String, String> other : stored.entrySet()) {
            all += changed.containsKey(other.getKey()) || other.getKey().equals(key) ? 0 : other.getValue().length();
        }
        for (Map.Entry<String, Optional<String>> other : changed.entrySet()) {
            all += other.getKey().equals(key) ? 0 : other.getValue().map(String::length).orElse(0);
        }
        if (all > MOST_OF_GROUP) {
            throw new InvalidState("what is stored of this group would take " + all + " characters of JSON; "
                    + MOST_OF_GROUP + " are the most for all bots together, and every turn reads all of it; clear what"
                    + " is no longer needed, or store it in a database of your own");
        }
    }

    /** One value under its key. */
    final class Kept<T> implements State<T> {

        private final Class<T> type;
        private final String key;
        private final BiConsumer<String, String> check;

        private Kept(Class<T> type, String key, BiConsumer<String, String> check) {
            this.type = type;
            this.key = key;
            this.check = check;
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
            check.accept(key, text);
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
