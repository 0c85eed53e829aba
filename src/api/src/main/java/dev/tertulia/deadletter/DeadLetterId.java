package dev.tertulia.deadletter;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The id of a dead letter, such as {@code send:1772442000000-0}. An item that becomes a dead letter again gets a new
 * id.
 *
 * @param key the key in the store
 */
public record DeadLetterId(DeadLetterKind kind, String key) {

    private static final String SEPARATOR = ":";

    /**
     * Parses the text of an id.
     *
     * @throws IllegalArgumentException if the text is no id; the message shows what one looks like
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
