package dev.tertulia.moderation.text;

/**
 * An occurrence of a list's word in a text.
 *
 * @param word  as the list writes it
 * @param start in the original text, inclusive
 * @param end   in the original text, exclusive
 */
public record WordHit(String listId, String word, int start, int end) {}
