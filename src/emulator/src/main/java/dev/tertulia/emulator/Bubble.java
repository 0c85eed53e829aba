package dev.tertulia.emulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something people see in the conversation of a group.
 *
 * @param from a member's id, or {@value #BUSINESS}
 * @param kind {@code system}, or the message's type, such as {@code text}, {@code template} or {@code image}
 * @param text what people read; a template is shown filled in
 * @param template the template's name
 * @param ticks by member id: sent, delivered, read or failed
 * @param error why it failed
 */
public record Bubble(String id, Instant at, String from, String kind, String text, @Nullable String quotedId,
        @Nullable String template, Map<String, String> ticks, @Nullable String error, Extra extra) {

    public static final String BUSINESS = "business";

    /**
     * What few bubbles have.
     *
     * @param mediaId the file that came along
     * @param reactions emoji by member id
     * @param price what Meta charges for each participant that it was delivered to
     */
    public record Extra(@Nullable String mediaId, Map<String, String> reactions, @Nullable Price price) {
        static final Extra NONE = new Extra(null, Map.of(), null);

        static Extra media(@Nullable String id) {
            return new Extra(id, Map.of(), null);
        }
    }

    /** One without anything special. */
    public Bubble(String id, Instant at, String from, String kind, String text, @Nullable String quotedId,
            @Nullable String template, Map<String, String> ticks, @Nullable String error) {
        this(id, at, from, kind, text, quotedId, template, ticks, error, Extra.NONE);
    }

    static Bubble notice(String id, Instant at, String from, String text) {
        return new Bubble(id, at, from, "system", text, null, null, Map.of(), null);
    }

    Bubble ticked(String reader, String tick) {
        var more = new LinkedHashMap<>(ticks);
        more.put(reader, tick);
        return new Bubble(id, at, from, kind, text, quotedId, template, more, error, extra);
    }

    /** An empty emoji takes the member's reaction back. */
    Bubble reacted(String member, String emoji) {
        var more = new LinkedHashMap<>(extra.reactions());
        more.remove(member);
        if (!emoji.isEmpty()) {
            more.put(member, emoji);
        }
        return with(new Extra(extra.mediaId(), more, extra.price()));
    }

    Bubble with(Extra other) {
        return new Bubble(id, at, from, kind, text, quotedId, template, ticks, error, other);
    }
}
