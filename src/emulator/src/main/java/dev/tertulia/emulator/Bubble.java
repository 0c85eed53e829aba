package dev.tertulia.emulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something people see in the conversation of a group.
 *
 * @param from a member's id, or {@value #BUSINESS}
 * @param kind {@code text}, {@code template} or {@code system}
 * @param text what people read; a template is shown filled in
 * @param template the template's name
 * @param ticks by member id: sent, delivered, read or failed
 * @param error why it failed
 */
public record Bubble(String id, Instant at, String from, String kind, String text, @Nullable String quotedId,
        @Nullable String template, Map<String, String> ticks, @Nullable String error) {

    public static final String BUSINESS = "business";

    static Bubble said(String id, Instant at, String member, String text, @Nullable String quoted) {
        return new Bubble(id, at, member, "text", text, quoted, null, new LinkedHashMap<>(), null);
    }

    static Bubble notice(String id, Instant at, String from, String text) {
        return new Bubble(id, at, from, "system", text, null, null, new LinkedHashMap<>(), null);
    }

    Bubble ticked(String reader, String tick) {
        var more = new LinkedHashMap<>(ticks);
        more.put(reader, tick);
        return new Bubble(id, at, from, kind, text, quotedId, template, more, error);
    }
}
