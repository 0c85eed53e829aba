package dev.tertulia.turn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.State;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.InvalidState;
import dev.tertulia.message.Member;
import dev.tertulia.store.StoredName;

/** The stored values of a conversation, as one turn reads and changes them. */
final class TurnStates {

    private static final int MOST_OF_VALUE = 500_000;
    private static final int MOST_OF_GROUP = 2_000_000;
    private static final String NOTHING = "{}";

    private final ObjectMapper json;
    private final Map<String, String> stored;
    private final StoredTypes types;
    private final Map<String, Optional<String>> changed = new ConcurrentHashMap<>();

    TurnStates(ObjectMapper json, Map<String, String> stored) {
        this(json, stored, StoredTypes.NONE);
    }

    TurnStates(ObjectMapper json, Map<String, String> stored, StoredTypes types) {
        this.json = json;
        this.stored = stored;
        this.types = types;
    }

    /** Under which name a value of the whole group is kept. */
    static String key(Class<?> type) {
        return StoredName.of(type);
    }

    Map<String, Optional<String>> changed() {
        return Map.copyOf(changed);
    }

    /** Moves the values of a member from one id to another, unless the other one has a value already. */
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

    /** Stores a value that was written in another conversation, unless there is one already. */
    void adopt(String key, String text) {
        if (!stored.containsKey(key)) {
            changed.putIfAbsent(key, Optional.of(text));
        }
    }

    /** Clears all values. */
    void clear() {
        stored.keySet().forEach(key -> changed.put(key, Optional.empty()));
    }

    /** The names under which the bots of the program keep values. */
    Set<String> ownNames() {
        return types.names();
    }

    /** A value of the framework itself. Its size is not checked, because the framework keeps it small. */
    <T> StoredState<T> of(Class<T> type, @Nullable Member member) {
        return new StoredState<>(type, key(type, member), null, (key, text) -> {});
    }

    /** The value of a bot, which is refused where it is too large. */
    <T> StoredState<T> ofBot(Class<?> bot, Class<T> type, @Nullable String member) {
        String key = withMember(StoredName.of(bot, type), member);
        return new StoredState<>(type, key, formerKey(key, withMember(StoredName.of(type), member)), this::check);
    }

    /** The key of a value that a bot of another name has left, if it is the only one of this record. */
    private @Nullable String formerKey(String key, String ofRecord) {
        if (stored.containsKey(key)) {
            return null;
        }
        List<String> left = stored.keySet().stream()
                .filter(other -> other.equals(ofRecord) || other.endsWith("." + ofRecord))
                .filter(other -> !types.names().contains(other.split(" ", 2)[0])).toList();
        return left.size() == 1 ? left.getFirst() : null;
    }

    /** The ids of the members of whom a bot has a value. */
    Set<String> members(Class<?> bot, Class<?> type) {
        String start = StoredName.of(bot, type) + " ";
        Set<String> keys = new TreeSet<>(stored.keySet());
        changed.forEach((key, value) -> {
            if (value.isPresent()) {
                keys.add(key);
            } else {
                keys.remove(key);
            }
        });
        return keys.stream().filter(key -> key.startsWith(start)).map(key -> key.substring(start.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of all values that are stored, without members. */
    Stream<String> names() {
        return stored.keySet().stream().map(key -> key.split(" ", 2)[0]).distinct();
    }

    private static String key(Class<?> type, @Nullable Member member) {
        return withMember(key(type), member == null ? null : member.id());
    }

    private static String withMember(String name, @Nullable String member) {
        return member == null ? name : name + " " + member;
    }

    /** The name of the record of a key. */
    private static String record(String key) {
        String name = key.split(" ", 2)[0];
        return name.startsWith("tertulia.") ? name : name.substring(name.indexOf('.') + 1);
    }

    private void check(String key, String text) {
        if (text.length() > MOST_OF_VALUE) {
            throw new InvalidState("what is to be stored as " + record(key) + " takes " + text.length()
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
    final class StoredState<T> implements State<T> {

        private final Class<T> type;
        private final String key;
        private final @Nullable String former;
        private final BiConsumer<String, String> check;

        /** @param former the key of a value to go on with where there is none yet */
        private StoredState(Class<T> type, String key, @Nullable String former, BiConsumer<String, String> check) {
            this.type = type;
            this.key = key;
            this.former = former;
            this.check = check;
        }

        @Override
        public T get() {
            String source = former == null || changed.containsKey(key) ? key : former;
            String text = changed.getOrDefault(key, Optional.ofNullable(stored.get(source))).orElse(NOTHING);
            try {
                return json.readValue(text, type);
            } catch (IOException e) {
                return types.upgrade(type, text, json).orElseThrow(
                        () -> new UncheckedIOException("what is stored as " + record(key)
                                + " does not fit record " + type.getSimpleName()
                                + " any more; give new components a default in its constructor, or write a bean that"
                                + " implements StateUpgrade<" + type.getSimpleName() + ">", e));
            }
        }

        @Override
        public void set(T value) {
            keep(written(value));
        }

        void keep(String text) {
            check.accept(key, text);
            put(Optional.of(text));
        }

        private void put(Optional<String> text) {
            changed.put(key, text);
            if (former != null) {
                changed.put(former, Optional.empty());
            }
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
            put(Optional.empty());
        }
    }
}
