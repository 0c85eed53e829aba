package dev.tertulia.costs;

/**
 * How far a number has used what it may say free-form for nothing in a month, in groups and to single persons together.
 *
 * @param used    deliveries that were free
 * @param charged free-form deliveries that were charged
 */
public record FreeTier(long used, long charged) {

    /** So many deliveries a month are free; what is not used is lost. */
    public static final long A_MONTH = 1_000;

    /** How many more are free, as far as is known. Once one was charged, none is, whoever used them. */
    public long left() {
        return charged > 0 ? 0 : Math.max(0, A_MONTH - used);
    }
}
