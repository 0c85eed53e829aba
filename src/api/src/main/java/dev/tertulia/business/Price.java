package dev.tertulia.business;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The price of messages in a period; dimensions that were not requested are {@code null}.
 *
 * @param pricingType     {@code REGULAR} for what is charged, {@code FREE_GROUP_CUSTOMER_SERVICE} for what is not
 * @param pricingCategory such as {@code GROUP_UTILITY}
 * @param country         of the participants, two letters
 * @param tier            of the volume, such as {@code 0:MAX}
 * @param volume          messages that reached a participant
 * @param cost            in the currency of the account
 */
public record Price(Instant start, Instant end, @Nullable String pricingType, @Nullable String pricingCategory,
        @Nullable String country, @Nullable String tier, long volume, BigDecimal cost) {}
