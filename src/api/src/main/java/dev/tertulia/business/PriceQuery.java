package dev.tertulia.business;

import java.util.Set;

/**
 * Which prices to sum up.
 *
 * @param categories none for all, one to one too
 * @param dimensions by what to break the sum down; none for one sum a point
 */
public record PriceQuery(Span span, Granularity granularity, Set<Category> categories, Set<Dimension> dimensions) {

    public PriceQuery {
        categories = Set.copyOf(categories);
        dimensions = Set.copyOf(dimensions);
    }

    /** The categories of messages to groups. */
    public enum Category {
        /** Advertising. */
        GROUP_MARKETING,
        /** Free-form answers. */
        GROUP_SERVICE,
        /** News about something the person asked for. */
        GROUP_UTILITY
    }

    /** By what a sum can be broken down. */
    public enum Dimension {
        /** The category of the message. */
        PRICING_CATEGORY,
        /** Whether it was charged, or why not. */
        PRICING_TYPE,
        /** The country of the participant. */
        COUNTRY
    }

    /** How long each point of the answer is. */
    public enum Granularity {
        /** 30 minutes. */
        HALF_HOUR,
        /** A day. */
        DAILY,
        /** A month. */
        MONTHLY
    }

    /** All that groups cost, by category, type and country, a day a point. */
    public static PriceQuery ofGroups(Span span) {
        return new PriceQuery(span, Granularity.DAILY, Set.of(Category.values()), Set.of(Dimension.values()));
    }
}
