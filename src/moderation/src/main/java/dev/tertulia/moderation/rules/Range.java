package dev.tertulia.moderation.rules;

/** The numbers from the first to the last, both included. */
public record Range(long from, long to) {

    /** Whether a number is in it. */
    public boolean contains(long number) {
        return number >= from && number <= to;
    }
}
