package dev.tertulia.moderation.text;

/**
 * A phone number in a text.
 *
 * @param number in the international form {@code +34600000000}
 * @param start  in the original text, inclusive
 * @param end    in the original text, exclusive
 */
public record PhoneNumber(String number, int start, int end) {}
