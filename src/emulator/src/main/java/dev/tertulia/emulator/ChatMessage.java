package dev.tertulia.emulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Message or notice in the conversation of a group or a private chat.
 *
 * @param from a member's id, or {@value #BUSINESS}
 * @param kind {@code system}, or the message's type, such as {@code text}, {@code template} or {@code image}
 * @param text the text that people read; that of a template is filled in
 * @param template the template's name
 * @param ticks delivery state by member id: sent, delivered, read or failed
 * @param error the code and title of the error, null if it did not fail
 */
public record ChatMessage(String id, Instant at, String from, String kind, String text, @Nullable String quotedId,
        @Nullable String template, Map<String, String> ticks, @Nullable String error, Extra extra) {

    public static final String BUSINESS = "business";

    /**
     * Attributes that few messages have.
     *
     * @param mediaId the id of the attached file
     * @param reactions emoji by member id
     * @param price what Meta charges for each delivery
     * @param filled the parameters of a template
     * @param choices what people can tap
     */
    public record Extra(@Nullable String mediaId, Map<String, String> reactions, @Nullable MessagePrice price,
            @Nullable Filled filled, @Nullable Choices choices) {
        static final Extra NONE = new Extra(null, Map.of(), null);

        Extra(@Nullable String mediaId, Map<String, String> reactions, @Nullable MessagePrice price) {
            this(mediaId, reactions, price, null, null);
        }

        static Extra media(@Nullable String id) {
            return new Extra(id, Map.of(), null);
        }
    }

    /**
     * Parameters of a template, in the order of the call.
     *
     * @param header the texts of its header
     * @param body the texts of its body
     * @param buttons the parameters of its buttons
     */
    public record Filled(String language, List<String> header, List<String> body, List<String> buttons) {
        static Filled of(TemplateCall call) {
            return new Filled(call.language(), List.copyOf(call.header().values()), List.copyOf(call.body().values()),
                    call.buttons().stream().map(TemplateCall.Button::text).toList());
        }
    }

    /**
     * Buttons or list of a message.
     *
     * @param menu the label that opens the list; null for buttons
     */
    public record Choices(@Nullable String menu, List<Choice> all) {
        public Choices {
            all = List.copyOf(all);
        }

        /** Returns the choices, null if there are none. */
        static @Nullable Choices of(@Nullable String menu, List<Choice> all) {
            return all.isEmpty() ? null : new Choices(menu, all);
        }
    }

    /**
     * Button or row that a person can tap.
     *
     * @param kind {@code button}, {@code row}, {@code quick_reply} of a template, or {@code url}
     * @param id the id or the payload that the webhook reports; the address of a link
     * @param section the title of the row's section
     */
    public record Choice(String kind, String id, String title, @Nullable String description,
            @Nullable String section) {}

    /** Creates a message without extra attributes. */
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

    /** Sets a member's reaction. An empty emoji removes it. */
    ChatMessage reacted(String member, String emoji) {
        var more = new LinkedHashMap<>(extra.reactions());
        more.remove(member);
        if (!emoji.isEmpty()) {
            more.put(member, emoji);
        }
        return with(new Extra(extra.mediaId(), more, extra.price()));
    }

    /** Replaces the attributes, except the parameters of a template and the choices. */
    ChatMessage with(Extra other) {
        return new ChatMessage(id, at, from, kind, text, quotedId, template, ticks, error,
                new Extra(other.mediaId(), other.reactions(), other.price(),
                        other.filled() == null ? extra.filled() : other.filled(),
                        other.choices() == null ? extra.choices() : other.choices()));
    }
}
