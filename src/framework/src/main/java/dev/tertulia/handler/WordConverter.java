package dev.tertulia.handler;

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

import dev.tertulia.phrases.Phrase;
import dev.tertulia.phrases.PhraseBook;

/**
 * Converts words that people wrote to the types of parameters. Words that it cannot convert are refused with a phrase that
 * says how to write them; nothing else is taken instead.
 */
final class WordConverter {

    private static final int LONGEST_ECHO = 40;

    private final ConversionService conversion;
    private final Map<Class<?>, WordParser> readings;

    WordConverter(ConversionService conversion) {
        this.conversion = conversion;
        this.readings = WordParser.byType();
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
     * @throws CommandUsageException saying how to write it
     */
    @Nullable
    Object read(Argument<?> parameter, @Nullable String typed, PhraseBook phrases) {
        Class<?> type = ReflectionUtils.getWrapperType(parameter.getType());
        if (typed == null || type == String.class) {
            return typed;
        }
        Optional<String> format = parameter.getAnnotationMetadata().stringValue(Format.class);
        WordParser reading = format.isPresent() ? null : readings.get(type);
        try {
            if (reading != null) {
                return reading.read(WordTokenizer.digits(WordTokenizer.visible(typed)), phrases);
            }
            return type.isEnum() ? constant(type, typed) : converted(parameter, typed);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            Phrase expected = reading != null ? reading.expected(e) : expected(type, format);
            throw new CommandUsageException(
                    Phrase.of("usage.value", echo(typed), name(parameter.getName(), phrases), expected),
                    expected);
        }
    }

    private Object converted(Argument<?> parameter, String typed) {
        return conversion.convert(WordTokenizer.digits(WordTokenizer.word(typed)), parameter)
                .orElseThrow(IllegalArgumentException::new);
    }

    /** The constant of that very name, else the first one that people would call the same. */
    private static Object constant(Class<?> type, String typed) {
        List<Enum<?>> constants = Stream.of(type.getEnumConstants()).<Enum<?>>map(Enum.class::cast).toList();
        return constants.stream().filter(constant -> constant.name().equals(WordTokenizer.word(typed))).findFirst()
                .or(() -> constants.stream().filter(constant -> key(constant.name()).equals(key(typed))).findFirst())
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String key(String name) {
        return WordTokenizer.key(name).replaceAll("[ \u2010\u2011-]", "_");
    }

    private static Phrase expected(Class<?> type, Optional<String> format) {
        if (type.isEnum()) {
            return Phrase.of("expected.choice", Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ")));
        }
        return format.map(pattern -> Phrase.of("expected.as", pattern)).orElse(Phrase.of("expected.again"));
    }

    /** The name of a word for people: the phrase {@code word.<name>} of the bot, or else the name of the parameter. */
    static String name(String parameter, PhraseBook phrases) {
        return phrases.find("word." + parameter).orElse(parameter);
    }

    /** The text for a reply: on one line, and of bounded length. */
    static String echo(String typed) {
        String visible = WordTokenizer.visible(typed);
        return visible.codePointCount(0, visible.length()) <= LONGEST_ECHO
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST_ECHO)) + "…";
    }
}
