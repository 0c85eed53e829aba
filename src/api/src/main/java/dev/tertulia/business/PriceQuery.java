package dev.tertulia.business;

import java.util.Set;

/**
 * A query for prices.
 *
 * @param categories the categories; none for all, including one-to-one messages
 * @param dimensions the dimensions to break prices down by; none for one total per point
 */
public record PriceQuery(Span span, Granularity granularity, Set<Category> categories, Set<Dimension> dimensions) {

    public PriceQuery {
        categories = Set.copyOf(categories);
        dimensions = Set.copyOf(dimensions);
    }

    /** The categories of messages to groups. */
    public enum Category {
        /** Marketing messages. */
        GROUP_MARKETING,
        /** Free-form messages. */
        GROUP_SERVICE,
        /** Utility messages. */
        GROUP_UTILITY
    }

    /** The dimensions of a price. */
    public enum Dimension {
        /** The category of the message. */
        PRICING_CATEGORY,
        /** Whether the message was charged, or why not. */
        PRICING_TYPE,
        /** The country of the participant. */
        COUNTRY
    }

    /** The length of each point of the result. */
    public enum Granularity {
        /** 30 minutes. */
        HALF_HOUR,
        /** A day. */
        DAILY,
        /** A month. */
        MONTHLY
    }

    /** The prices of all group messages by category, type and country, one point per day. */
    public static PriceQuery ofGroups(Span span) {
        return new PriceQuery(span, Granularity.DAILY, Set.of(Category.values()), Set.of(Dimension.values()));
    }
}
