package dev.tertulia.business;

import java.util.List;

/**
 * How much the business account sent, and at what price (wire reference, part 6). It needs
 * {@code WHATSAPP_BUSINESS_ACCOUNT_ID}.
 */
public interface Analytics {

    /** How many messages were sent and delivered. */
    List<Traffic> messages(TrafficQuery query);

    /** How many messages were charged, and how much; Meta looks back a year at most. */
    List<Price> prices(PriceQuery query);
}
