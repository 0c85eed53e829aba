package dev.tertulia.store;

import java.util.Map;

import dev.tertulia.bot.Stored;
import dev.tertulia.message.GroupFacts;

/** The name under which values of a type are stored. */
public final class StoredName {

    /** Of a type that knows nothing of bots. */
    private static final Map<Class<?>, String> OWN = Map.of(GroupFacts.class, "tertulia.group");

    private StoredName() {}

    /** The name that {@link Stored} gives, or else the simple name of the type. */
    public static String of(Class<?> type) {
        Stored name = type.getAnnotation(Stored.class);
        return name == null ? OWN.getOrDefault(type, type.getSimpleName()) : name.value();
    }
}
