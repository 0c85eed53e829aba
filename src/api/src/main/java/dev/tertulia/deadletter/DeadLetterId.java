package dev.tertulia.deadletter;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a letter, as in {@code send:1772442000000-0}. It names one stay: what is put aside again has another one.
 *
 * @param key what the store knows it by
 */
public record DeadLetterId(DeadLetterKind kind, String key) {

    private static final String SEPARATOR = ":";

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when it is none, saying what one looks like
     */
    public static DeadLetterId parse(String text) {
        String[] parts = text.split(SEPARATOR, 2);
        return Stream.of(DeadLetterKind.values()).filter(kind -> kind.word().equals(parts[0]) && parts.length == 2)
                .findFirst()
                .map(kind -> kind.id(parts[1]))
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no id of a letter; one begins with "
                        + Stream.of(DeadLetterKind.values()).map(kind -> kind.word() + SEPARATOR)
                                .collect(Collectors.joining(", "))
                        + " and stands at the head of each letter in the list"));
    }

    @Override
    public String toString() {
        return kind.word() + SEPARATOR + key;
    }
}
