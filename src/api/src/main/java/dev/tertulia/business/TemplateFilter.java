package dev.tertulia.business;

import org.jspecify.annotations.Nullable;

/**
 * Which templates to list; {@code null} takes all.
 *
 * @param status   such as {@code approved}
 * @param category such as {@code utility}
 * @param language such as {@code en_US}
 */
public record TemplateFilter(@Nullable String name, @Nullable String status, @Nullable String category,
        @Nullable String language) {

    /** All of them. */
    public static final TemplateFilter NONE = new TemplateFilter(null, null, null, null);

    /** Those that may be sent. */
    public static final TemplateFilter APPROVED = new TemplateFilter(null, "approved", null, null);

    /** Those of a name, in all languages. */
    public static TemplateFilter named(String name) {
        return new TemplateFilter(name, null, null, null);
    }
}
