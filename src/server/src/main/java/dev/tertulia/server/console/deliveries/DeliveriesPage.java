package dev.tertulia.server.console.deliveries;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * A page of the letters of a kind.
 *
 * @param kind     the word of the kind
 * @param tabs     all kinds
 * @param names    the names of groups, as far as they are known
 * @param matching how many letters match the search, as far as they were counted
 * @param at       when they were counted; what came later is left alone
 */
public record DeliveriesPage(NumberChoice number, String kind, List<Tab> tabs, List<DeadLetter> letters,
        Map<String, String> names, ListControls list, long matching, Instant at) {

    /** A kind of letters, and how many there are. */
    public record Tab(String kind, long count, String path) {}

    /** Whether an action on all of them has to be confirmed by typing their number. */
    public boolean confirmed() {
        return matching > BulkAction.WITHOUT_CONFIRMATION;
    }
}
