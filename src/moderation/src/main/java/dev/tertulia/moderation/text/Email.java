package dev.tertulia.moderation.text;

/**
 * An e-mail address in a text.
 *
 * @param address as it is written, without invisible characters
 * @param start   in the original text, inclusive
 * @param end     in the original text, exclusive
 */
public record Email(String address, int start, int end) {}
