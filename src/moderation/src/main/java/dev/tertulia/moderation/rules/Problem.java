package dev.tertulia.moderation.rules;

/**
 * What is wrong in a rule file, and what to write.
 *
 * @param line   from 1
 * @param column from 1
 */
public record Problem(int line, int column, String message) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
