package dev.tertulia.devmode;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayNameGenerator;

/** Names of tests in words: {@code saysHelloByName} is "says hello by name". Display names of the author's own stay. */
public final class TestNames extends DisplayNameGenerator.Standard {

    /** Before a capital that begins a word, and between letters and numbers. */
    private static final Pattern WORDS = Pattern
            .compile("_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-zA-Z])(?=[0-9])");

    /** Creates the generator. */
    public TestNames() {}

    @Override
    public String generateDisplayNameForNestedClass(List<Class<?>> enclosing, Class<?> nested) {
        return words(nested.getSimpleName());
    }

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
        return words(method.getName());
    }

    static String words(String name) {
        String[] words = WORDS.split(name);
        for (int i = 0; i < words.length; i++) {
            boolean abbreviation = words[i].length() > 1 && words[i].equals(words[i].toUpperCase(Locale.ROOT));
            words[i] = abbreviation ? words[i] : words[i].toLowerCase(Locale.ROOT);
        }
        return String.join(" ", words).strip();
    }
}
