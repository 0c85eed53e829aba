package dev.tertulia.server.console.login;

import java.util.List;

/**
 * A page that says why a request was refused.
 *
 * @param text  the key of the sentence
 * @param path  where a form was sent to
 * @param typed the fields of a form that can be sent again
 */
public record RefusedPage(String text, String path, List<Field> typed) {

    /** A field of a form. */
    public record Field(String name, String value) {}

    /** Whether a form can be sent again. */
    public boolean again() {
        return !typed.isEmpty();
    }
}
