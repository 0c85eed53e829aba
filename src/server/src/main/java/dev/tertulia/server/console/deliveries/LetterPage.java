package dev.tertulia.server.console.deliveries;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * One letter.
 *
 * @param kind    the word of its kind
 * @param content the content, laid out for reading
 */
public record LetterPage(NumberChoice number, String kind, DeadLetter letter, String content) {}
