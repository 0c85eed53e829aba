package dev.tertulia.costs;

/**
 * The use of the free tier of a number in a month: free service messages in groups and private chats together.
 *
 * @param used deliveries that were free
 * @param charged free-form deliveries that were charged
 */
public record FreeTier(long used, long charged) {

    /** The number of free deliveries per month; unused ones expire. */
    public static final long A_MONTH = 1_000;

    /** The number of deliveries that are still free, as far as known; 0 once a delivery was charged. */
    public long left() {
        return charged > 0 ? 0 : Math.max(0, A_MONTH - used);
    }
}
