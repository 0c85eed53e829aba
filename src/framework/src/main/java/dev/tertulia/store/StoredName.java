package dev.tertulia.store;

import java.util.Map;

import dev.tertulia.bot.Stored;
import dev.tertulia.message.GroupFacts;

/** The name under which values of a type are stored. */
public final class StoredName {

    /** The names of types that are independent of bots. */
    private static final Map<Class<?>, String> OWN = Map.of(GroupFacts.class, "tertulia.group");

    private StoredName() {}

    /** The name that {@link Stored} gives, or else the simple name of the type. */
    public static String of(Class<?> type) {
        Stored name = type.getAnnotation(Stored.class);
        return name == null || name.value().isEmpty() ? OWN.getOrDefault(type, type.getSimpleName()) : name.value();
    }

    /** The name of a record that a bot keeps: under the bot's own name, unless the record is shared among bots. */
    public static String of(Class<?> bot, Class<?> record) {
        return isShared(record) ? of(record) : of(bot) + "." + of(record);
    }

    /** Whether bots share what is stored of a record. */
    public static boolean isShared(Class<?> record) {
        Stored name = record.getAnnotation(Stored.class);
        return name != null && name.shared();
    }
}
