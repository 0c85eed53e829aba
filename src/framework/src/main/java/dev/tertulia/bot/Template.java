package dev.tertulia.bot;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A message that WhatsApp approved beforehand: all that may be sent when the window is shut, and it costs money for
 * every participant it reaches.
 *
 * @param language code such as {@code en} or {@code pt_BR}; {@code null} takes the configured default
 * @param body     parameters of the body in their order, as text
 */
public record Template(String name, @Nullable String language, List<String> body) {

    public Template {
        if (!name.matches("[a-z0-9_]{1,512}")) {
            throw new IllegalArgumentException("'" + name + "' cannot be a template's name: write lower-case letters,"
                    + " digits and underscores, 512 at most");
        }
        body = List.copyOf(body);
    }

    /** A template in the default language; parameters are turned into text. */
    public static Template of(String name, Object... body) {
        return new Template(name, null, Stream.of(body).map(String::valueOf).toList());
    }

    /** The same in a certain language. */
    public Template in(String code) {
        return new Template(name, code, body);
    }
}
