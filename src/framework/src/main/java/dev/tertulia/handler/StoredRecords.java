package dev.tertulia.handler;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Checks that records of authors can be made of nothing, kept as JSON and read again. To be used for one set of bots. */
final class StoredRecords {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS).addModules(new JavaTimeModule(), new Jdk8Module())
            .build();
    private static final int TYPES = 64;

    private final ObjectMapper json = ownMapper();

    /** No mapper that outlives the checks may know a bot's class, or it could never be unloaded. */
    private static ObjectMapper ownMapper() {
        LookupCache<Object, JavaType> types = new LRUMap<>(TYPES, TYPES);
        return JSON.copy().setTypeFactory(JSON.getTypeFactory().withCache(types));
    }

    /**
     * Refuses a record that a bot could not remember.
     *
     * @param where the handler and its parameter, as people would say it
     */
    void check(String where, Class<?> type) {
        checkComponents(where, json.constructType(type), new HashSet<>());
        Object nothing = nothing(where, type);
        try {
            json.readValue(json.writeValueAsString(nothing), type);
        } catch (IOException e) {
            throw new BadHandler(where + " keeps a " + type.getSimpleName() + ", which cannot be kept as JSON: "
                    + firstLine(e) + "; give it components of numbers, words, enums, times, records, lists or maps");
        }
    }

    private Object nothing(String where, Class<?> type) {
        try {
            return json.readValue("{}", type);
        } catch (ValueInstantiationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BadHandler(where + " keeps a " + type.getSimpleName() + ", whose constructor does not take what"
                    + " there is before anything was kept, null and 0 in all components (" + described(cause)
                    + "); write a default for each into its constructor: " + type.getSimpleName() + " { "
                    + defaults(type) + " }");
        } catch (IOException e) {
            throw new BadHandler(where + " keeps a " + type.getSimpleName() + ", which cannot be made of JSON: "
                    + firstLine(e) + "; give it components of numbers, words, enums, times, records, lists or maps");
        }
    }

    private static String described(Throwable cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }

    /** A default for the first component that may be null. */
    private static String defaults(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getType().isPrimitive()) {
                return component.getName() + " = " + component.getName() + " == null ? … : " + component.getName()
                        + ";";
            }
        }
        return "…";
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private void checkComponents(String where, JavaType type, Set<JavaType> seen) {
        if (!type.isRecordType() || !seen.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRawClass().getRecordComponents()) {
            JavaType of = json.getTypeFactory().constructType(component.getGenericType());
            checkComponent(where + " keeps a " + type.getRawClass().getSimpleName() + ", and component '"
                    + component.getName() + "'", component, of);
            checkContents(where, of, seen);
        }
    }

    private void checkContents(String where, JavaType of, Set<JavaType> seen) {
        if (of.hasContentType()) {
            checkContents(where, of.getContentType(), seen);
        }
        checkComponents(where, of, seen);
    }

    private static void checkComponent(String where, RecordComponent component, JavaType of) {
        if (of.hasContentType()) {
            checkComponent(where, component, of.getContentType());
            return;
        }
        Class<?> raw = of.getRawClass();
        boolean vague = raw == Object.class || raw.isInterface() && raw != CharSequence.class
                || Modifier.isAbstract(raw.getModifiers()) && !raw.isPrimitive() && !raw.isEnum()
                        && !raw.getName().startsWith("java.");
        if (vague && !isDescribed(raw) && !component.isAnnotationPresent(JsonDeserialize.class)
                && !component.getAccessor().isAnnotationPresent(JsonDeserialize.class)) {
            throw new BadHandler(where + " is of type " + raw.getSimpleName() + ", which can be written as JSON and not"
                    + " be made of it again; write a record, an enum or another class that is not abstract");
        }
    }

    private static boolean isDescribed(Class<?> type) {
        return type.isAnnotationPresent(JsonTypeInfo.class) || type.isAnnotationPresent(JsonSubTypes.class)
                || type.isAnnotationPresent(JsonDeserialize.class);
    }
}
