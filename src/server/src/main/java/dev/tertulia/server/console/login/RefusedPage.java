package dev.tertulia.server.console.login;

import java.util.List;
import java.util.Set;

/**
 * A page that says why a request was refused.
 *
 * @param text  the key of the sentence
 * @param path  where a form was sent to
 * @param typed the fields of a form that can be sent again
 */
public record RefusedPage(String text, String path, List<Field> typed) {

    private static final Set<String> LINES = Set.of("text", "parameters");
    private static final Set<String> TYPED = Set.of("text", "parameters", "note", "name", "label", "template",
            "language");

    /** A field of a form. */
    public record Field(String name, String value) {

        /** Whether somebody has typed it. */
        public boolean shown() {
            return TYPED.contains(name);
        }

        /** Whether it may have several lines. */
        public boolean lines() {
            return LINES.contains(name);
        }
    }

    /** Whether a form can be sent again. */
    public boolean again() {
        return !typed.isEmpty();
    }
}
