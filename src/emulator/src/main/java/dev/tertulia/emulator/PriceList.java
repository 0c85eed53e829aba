package dev.tertulia.emulator;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Meta's price list. Until October 2026 free-form messages are free, and so are utility templates in an open window. Since
 * then free-form messages are charged after the first 1,000 deliveries of each number and month, in groups and one-to-one
 * chats together.
 */
final class PriceList {
    private static final Instant FREE_TIER_BEGINS = Instant.parse("2026-10-01T00:00:00Z");
    private static final int FREE_A_MONTH = 1_000;
    private static final String SERVICE = "service";

    private record Month(BusinessNumber number, YearMonth month) {}

    private final Map<Month, Integer> delivered = new HashMap<>();

    /** Returns one price for each recipient, in their order. */
    List<MessagePrice> of(AcceptedMessage message, boolean windowOpen, Instant now) {
        var prices = new ArrayList<MessagePrice>();
        for (int i = 0; i < message.readers().size(); i++) {
            prices.add(price(message, free(message, windowOpen, now)));
        }
        return prices;
    }

    private boolean free(AcceptedMessage message, boolean windowOpen, Instant now) {
        if (now.isBefore(FREE_TIER_BEGINS)) {
            return message.category().equals(SERVICE) || message.category().equals("utility") && windowOpen;
        }
        var month = new Month(message.number(), YearMonth.from(now.atOffset(ZoneOffset.UTC)));
        return message.category().equals(SERVICE) && delivered.merge(month, 1, Integer::sum) <= FREE_A_MONTH;
    }

    private static MessagePrice price(AcceptedMessage message, boolean free) {
        String freeType = message.toGroup() ? "free_group_customer_service" : "free_customer_service";
        return new MessagePrice(message.toGroup() ? "group_" + message.category() : message.category(),
                free ? freeType : MessagePrice.REGULAR);
    }

    void clear() {
        delivered.clear();
    }
}
