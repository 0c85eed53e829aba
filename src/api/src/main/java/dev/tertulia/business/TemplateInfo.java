package dev.tertulia.business;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A message template as WhatsApp describes it.
 *
 * @param status          {@code APPROVED}, {@code PENDING}, {@code REJECTED}, {@code PAUSED} or {@code DISABLED}
 * @param category        {@code UTILITY}, {@code MARKETING} or {@code AUTHENTICATION}; the last cannot be sent to
 * groups
 * @param parameterFormat {@code POSITIONAL} or {@code NAMED}
 */
public record TemplateInfo(String id, @Nullable String name, @Nullable String language, @Nullable String status,
        @Nullable String category, @Nullable String parameterFormat, List<Component> components) {

    /**
     * A part of a template.
     *
     * @param type   {@code HEADER}, {@code BODY}, {@code FOOTER} or {@code BUTTONS}
     * @param format of a header: {@code TEXT}, {@code IMAGE}, {@code VIDEO} or {@code DOCUMENT}
     */
    public record Component(String type, @Nullable String format, @Nullable String text, List<Button> buttons) {}

    /**
     * A button.
     *
     * @param type {@code URL}, {@code PHONE_NUMBER} or {@code QUICK_REPLY}
     */
    public record Button(String type, @Nullable String text) {}
}
