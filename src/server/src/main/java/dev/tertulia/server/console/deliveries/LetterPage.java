package dev.tertulia.server.console.deliveries;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * One letter.
 *
 * @param kind    the word of its kind
 * @param names   the name of its group, if it is known
 * @param content the content, laid out for reading
 * @param event   the mark of the event that it concerns; {@code null} if it concerns none
 */
public record LetterPage(NumberChoice number, String kind, DeadLetter letter, Map<String, String> names,
        String content, @Nullable String event) {}
