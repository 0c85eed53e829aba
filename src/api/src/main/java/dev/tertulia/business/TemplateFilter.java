package dev.tertulia.business;

import org.jspecify.annotations.Nullable;

/**
 * A filter for templates; {@code null} matches all.
 *
 * @param status   such as {@code approved}
 * @param category such as {@code utility}
 * @param language such as {@code en_US}
 */
public record TemplateFilter(@Nullable String name, @Nullable String status, @Nullable String category,
        @Nullable String language) {

    /** Matches all templates. */
    public static final TemplateFilter NONE = new TemplateFilter(null, null, null, null);

    /** Matches approved templates. */
    public static final TemplateFilter APPROVED = new TemplateFilter(null, "approved", null, null);

    /** Matches the templates of a name, in all languages. */
    public static TemplateFilter named(String name) {
        return new TemplateFilter(name, null, null, null);
    }
}
