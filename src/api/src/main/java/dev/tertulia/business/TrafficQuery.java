package dev.tertulia.business;

import java.util.Set;

import dev.tertulia.message.InvalidArgument;

/**
 * A query for numbers of messages.
 *
 * @param products  none for all, one to one too
 * @param countries two letters each; none for all. With some, Meta does not tell what was sent to groups
 */
public record TrafficQuery(Span span, Granularity granularity, Set<Product> products, Set<String> countries) {

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException when it wants received messages together with others, which Meta refuses
     */
    public TrafficQuery {
        products = Set.copyOf(products);
        countries = Set.copyOf(countries);
        if (products.contains(Product.GROUP_INBOUND) && products.size() > 1) {
            throw new InvalidArgument("GROUP_INBOUND cannot be asked for together with other products; ask"
                    + " twice");
        }
        for (String country : countries) {
            if (!country.matches("[A-Z]{2}")) {
                throw new InvalidArgument("'" + country + "' is no country; write two letters, such as BR");
            }
        }
    }

    /** All messages to and from groups are three products; Meta counts the first two together when asked. */
    public enum Product {
        /** Templates to groups. */
        GROUP_NOTIFICATION(101),
        /** Free-form messages to groups. */
        GROUP_SUPPORT(102),
        /** Messages from groups. */
        GROUP_INBOUND(103);

        private final int code;

        Product(int code) {
            this.code = code;
        }

        /** Meta's number of it. */
        public int code() {
            return code;
        }
    }

    /** The length of each point of the result. */
    public enum Granularity {
        /** 30 minutes. */
        HALF_HOUR,
        /** A day. */
        DAY,
        /** A month. */
        MONTH
    }

    /** All messages to groups, one point per day. */
    public static TrafficQuery toGroups(Span span) {
        return new TrafficQuery(span, Granularity.DAY, Set.of(Product.GROUP_NOTIFICATION, Product.GROUP_SUPPORT),
                Set.of());
    }
}
