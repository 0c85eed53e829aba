package dev.tertulia.bot;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.InvalidArgument;

/**
 * The name by which a bot finds a message of its own again.
 *
 * @param name    1 to 64 characters on one line
 * @param payload a record or String that comes with quotes, reactions, statuses and failures; {@code null} for none. At
 *                most 10,000 characters of JSON
 */
public record Tag(String name, @Nullable Object payload) {

    private static final int LONGEST = 64;

    /**
     * Checks the tag.
     *
     * @throws IllegalArgumentException when the name is blank, longer, or has several lines
     */
    public Tag {
        if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidArgument("'", name, "' cannot be a tag; write 1 to " + LONGEST
                    + " characters on one line, such as .tagged(\"invitation\")");
        }
    }
}
