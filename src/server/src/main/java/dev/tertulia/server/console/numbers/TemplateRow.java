package dev.tertulia.server.console.numbers;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A template that WhatsApp lists, or that bots or rules name.
 *
 * @param status what WhatsApp says about it; {@code null} if it does not exist
 * @param named  what names it: the rules that do, or the file in which bots declare it
 */
public record TemplateRow(String name, String language, @Nullable String category, @Nullable String status,
        List<String> named) {

    private static final String APPROVED = "APPROVED";

    /** Whether it can be sent. */
    public boolean approved() {
        return APPROVED.equals(status);
    }
}
