package dev.tertulia.dispatch;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.format.Format;
import io.micronaut.core.reflect.ReflectionUtils;
import io.micronaut.core.type.Argument;
import org.jspecify.annotations.Nullable;

/**
 * Turns words that people wrote into what handlers take. What it cannot read it refuses, with a sentence that says how to
 * write it; it never takes something else instead.
 */
final class WordReader {

    private static final int LONGEST_ECHO = 40;

    private final ConversionService conversion;
    private final Map<Class<?>, Reading> readings;

    WordReader(ConversionService conversion) {
        this.conversion = conversion;
        this.readings = Reading.byType();
    }

    /** Whether words can become such a thing. */
    boolean reads(Class<?> type) {
        Class<?> wrapper = ReflectionUtils.getWrapperType(type);
        return readings.containsKey(wrapper) || wrapper.isEnum() || conversion.canConvert(String.class, wrapper);
    }

    /**
     * What a handler takes for a word.
     *
     * @param typed the word; {@code null} where a pattern has none
     * @throws CommandUsageError saying how to write it
     */
    @Nullable
    Object read(Argument<?> parameter, @Nullable String typed) {
        Class<?> type = ReflectionUtils.getWrapperType(parameter.getType());
        if (typed == null || type == String.class) {
            return typed;
        }
        Optional<String> format = parameter.getAnnotationMetadata().stringValue(Format.class);
        Reading reading = format.isPresent() ? null : readings.get(type);
        try {
            if (reading != null) {
                return reading.read(Spelling.digits(Spelling.visible(typed)));
            }
            return type.isEnum() ? constant(type, typed) : converted(parameter, typed);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            String expected = reading != null ? reading.expected(e) : expected(type, format);
            throw new CommandUsageError(
                    "'" + echo(typed) + "' is not a valid " + parameter.getName() + "; " + expected);
        }
    }

    private Object converted(Argument<?> parameter, String typed) {
        return conversion.convert(Spelling.digits(Spelling.word(typed)), parameter)
                .orElseThrow(IllegalArgumentException::new);
    }

    /** The constant of that very name, else the first one that people would call the same. */
    private static Object constant(Class<?> type, String typed) {
        List<Enum<?>> constants = Stream.of(type.getEnumConstants()).<Enum<?>>map(Enum.class::cast).toList();
        return constants.stream().filter(constant -> constant.name().equals(Spelling.word(typed))).findFirst()
                .or(() -> constants.stream().filter(constant -> key(constant.name()).equals(key(typed))).findFirst())
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String key(String name) {
        return Spelling.key(name).replaceAll("[ \u2010\u2011-]", "_");
    }

    private static String expected(Class<?> type, Optional<String> format) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "it can be ", "."));
        }
        return format.map(pattern -> "write it as " + pattern + ".").orElse("please try again.");
    }

    /** What can be said back: on one line, and not at any length. */
    private static String echo(String typed) {
        String visible = Spelling.visible(typed);
        return visible.codePointCount(0, visible.length()) <= LONGEST_ECHO
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST_ECHO)) + "…";
    }
}
