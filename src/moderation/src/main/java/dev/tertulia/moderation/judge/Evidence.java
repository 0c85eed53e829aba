package dev.tertulia.moderation.judge;

/**
 * Why a condition holds.
 *
 * @param condition its key in the rule file, such as {@code links}
 * @param start     where the part of the text begins that fulfils it, in UTF-16 units; -1 if it is no part of the text
 * @param end       where that part ends
 * @param text      that part, or what was found, such as {@code 9 messages in 1m}
 */
public record Evidence(String condition, int start, int end, String text) {

    /** What was found, where it is no part of the text. */
    static Evidence found(String condition, String what) {
        return new Evidence(condition, -1, -1, what);
    }

    /** A part of a text. */
    static Evidence part(String condition, String text, int start, int end) {
        return new Evidence(condition, start, end, text.substring(start, end));
    }

    /** Whether it is a part of the text. */
    public boolean isPart() {
        return start >= 0;
    }

    /** The one that says more: a part of the text before what was found, and that before nothing. */
    Evidence or(Evidence other) {
        return weight() >= other.weight() ? this : other;
    }

    private int weight() {
        if (isPart()) {
            return 2;
        }
        return condition.equals("all") || condition.equals("not") ? 0 : 1;
    }
}
