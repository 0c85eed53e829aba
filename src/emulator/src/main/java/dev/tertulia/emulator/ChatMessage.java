package dev.tertulia.emulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
public record ChatMessage(String id, Instant at, String from, String kind, String text, @Nullable String quotedId,
        @Nullable String template, Map<String, String> ticks, @Nullable String error, Extra extra) {

    public static final String BUSINESS = "business";

    /**
     * What few bubbles have.
     *
     * @param mediaId the file that came along
     * @param reactions emoji by member id
     * @param price what Meta charges for each participant that it was delivered to
     * @param filled what a template was filled with
     */
    public record Extra(@Nullable String mediaId, Map<String, String> reactions, @Nullable MessagePrice price,
            @Nullable Filled filled) {
        static final Extra NONE = new Extra(null, Map.of(), null);

        Extra(@Nullable String mediaId, Map<String, String> reactions, @Nullable MessagePrice price) {
            this(mediaId, reactions, price, null);
        }

        static Extra media(@Nullable String id) {
            return new Extra(id, Map.of(), null);
        }
    }

    /**
     * What a template was filled with, in the order in which it came.
     *
     * @param header the texts of its header
     * @param body the texts of its body
     * @param buttons what its buttons got
     */
    public record Filled(String language, List<String> header, List<String> body, List<String> buttons) {
        static Filled of(TemplateCall call) {
            return new Filled(call.language(), List.copyOf(call.header().values()), List.copyOf(call.body().values()),
                    call.buttons().stream().map(TemplateCall.Button::text).toList());
        }
    }

    /** One without anything special. */
    public ChatMessage(String id, Instant at, String from, String kind, String text, @Nullable String quotedId,
            @Nullable String template, Map<String, String> ticks, @Nullable String error) {
        this(id, at, from, kind, text, quotedId, template, ticks, error, Extra.NONE);
    }

    static ChatMessage notice(String id, Instant at, String from, String text) {
        return new ChatMessage(id, at, from, "system", text, null, null, Map.of(), null);
    }

    ChatMessage ticked(String reader, String tick) {
        var more = new LinkedHashMap<>(ticks);
        more.put(reader, tick);
        return new ChatMessage(id, at, from, kind, text, quotedId, template, more, error, extra);
    }

    /** An empty emoji takes the member's reaction back. */
    ChatMessage reacted(String member, String emoji) {
        var more = new LinkedHashMap<>(extra.reactions());
        more.remove(member);
        if (!emoji.isEmpty()) {
            more.put(member, emoji);
        }
        return with(new Extra(extra.mediaId(), more, extra.price()));
    }

    /** What a template was filled with stays as it was. */
    ChatMessage with(Extra other) {
        return new ChatMessage(id, at, from, kind, text, quotedId, template, ticks, error,
                new Extra(other.mediaId(), other.reactions(), other.price(),
                        other.filled() == null ? extra.filled() : other.filled()));
    }
}
