package dev.tertulia.business;

import java.util.List;

/**
 * The message and price analytics of the business account (wire reference, part 6). It needs
 * {@code WHATSAPP_BUSINESS_ACCOUNT_ID}.
 */
public interface Analytics {

    /** The numbers of messages sent and delivered. */
    List<Traffic> messages(TrafficQuery query);

    /** The numbers of charged messages and their prices, for at most the last year. */
    List<Price> prices(PriceQuery query);
}
