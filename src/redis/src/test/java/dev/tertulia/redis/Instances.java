package dev.tertulia.redis;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.graph.Jpegs;

/** Makes instances of records nobody wrote down: with everything present, and with each optional part absent in turn. */
final class Instances {

    /** No text of a record has a lower limit than the title of a button. */
    private static final int SHORTEST_LIMIT = 18;

    private Instances() {}

    /** All records that can stand in one of these types, however deep. */
    static Set<Class<?>> recordsWithin(Class<?>... roots) {
        Set<Class<?>> found = new LinkedHashSet<>();
        Stream.of(roots).forEach(root -> collect(root, found));
        return found;
    }

    private static void collect(Class<?> type, Set<Class<?>> found) {
        if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(variant -> collect(variant, found));
        } else if (type.isRecord() && found.add(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                collect(elementType(component.getGenericType()), found);
            }
        }
    }

    private static Class<?> elementType(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }

    static List<Object> of(Class<?> type) {
        List<Object> instances = new ArrayList<>();
        instances.add(make(type, null, ""));
        Stream.of(type.getRecordComponents()).filter(Instances::optional)
                .forEach(absent -> instances.add(make(type, absent, "")));
        return instances;
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** @param place in a list, such as {@code _2}; it goes into every name and number, so that no two are the same */
    private static Object make(Class<?> type, @Nullable RecordComponent absent, String place) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Stream.of(components)
                .map(component -> component == absent
                        ? null
                        : value(component.getGenericType(), component.getName() + place))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("teach " + Instances.class.getSimpleName() + " to make a " + type, e);
        }
    }

    private static Object value(Type type, String name) {
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return List.of(value(variant(element, 0), name + "_1"), value(variant(element, 1), name + "_2"));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isSealed()) {
            return value(variant(plain, 0), name);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[plain.getEnumConstants().length - 1];
        }
        return plain.isRecord() ? make(plain, null, name.replaceFirst("[^_]*", "")) : simple(plain, name.toLowerCase());
    }

    private static Type variant(Type type, int index) {
        Class<?>[] variants = type instanceof Class<?> plain && plain.isSealed()
                ? plain.getPermittedSubclasses()
                : null;
        return variants == null ? type : variants[index % variants.length];
    }

    private static Object simple(Class<?> type, String name) {
        return switch (type.getName()) {
            case "java.lang.String" -> name.substring(Math.max(0, name.length() - SHORTEST_LIMIT));
            case "java.net.URI" -> URI.create("https://example.org/" + name);
            case "[B" -> Jpegs.of(192, 192);
            case "int" -> 7 + name.length() - name.replace("_2", "").length();
            case "double" -> -0.1;
            case "boolean", "java.lang.Boolean" -> true;
            case "java.lang.Integer" -> 7;
            case "java.time.Instant" -> Instant.parse("2026-03-02T09:00:00.123456789Z");
            case "java.time.Duration" -> Duration.ofHours(12).plusMillis(1);
            default -> throw new AssertionError("teach " + Instances.class.getSimpleName() + " to make a " + type);
        };
    }
}
