package dev.tertulia.turn;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.bot.StateUpgrade;

/**
 * What is known of the values that bots keep.
 *
 * @param names    the names under which the bots of the program keep values
 * @param upgrades the authors' readers of what older versions of their records stored, by record
 */
record StoredTypes(Set<String> names, Map<Class<?>, StateUpgrade<?>> upgrades) {

    static final StoredTypes NONE = new StoredTypes(Set.of(), Map.of());
    private static final TypeReference<Map<String, Object>> COMPONENTS = new TypeReference<>() {
    };

    static StoredTypes of(Set<String> names, Collection<StateUpgrade<?>> upgrades) {
        return new StoredTypes(names, upgrades.stream().collect(
                Collectors.<StateUpgrade<?>, Class<?>, StateUpgrade<?>>toMap(StateUpgrade::type, Function.identity())));
    }

    /** The upgraded value; empty if no upgrade exists for this type. */
    <T> Optional<T> upgrade(Class<T> type, String stored, ObjectMapper json) {
        return Optional.ofNullable(upgrades.get(type)).map(upgrade -> {
            try {
                return type.cast(upgrade.upgrade(json.readValue(stored, COMPONENTS)));
            } catch (IOException notAnObject) {
                throw new IllegalStateException("what is stored of a " + type.getSimpleName() + " is no JSON object",
                        notAnObject);
            }
        });
    }
}
