package dev.tertulia.emulator.webhook;

import java.time.Duration;

/**
 * How webhooks reach the bot. Meta promises neither order nor that each comes once.
 *
 * @param batch how many may come in one delivery, 1 to 1000
 * @param duplicates how many of a hundred deliveries come once more
 * @param shuffled whether those that wait come in any order
 * @param late how long each is held back, by the cloud's clock
 * @param escaped whether all that is not ASCII is written as {@code &#92;u00e9}, and a slash with a backslash
 * @param extras whether every object has a field that nobody knows yet
 */
public record DeliverySettings(int batch, int duplicates, boolean shuffled, Duration late, boolean escaped,
        boolean extras) {
    public static final DeliverySettings USUAL = new DeliverySettings(1, 0, false, Duration.ZERO);
    private static final int LARGEST_BATCH = 1000;

    /** In the usual spelling. */
    public DeliverySettings(int batch, int duplicates, boolean shuffled, Duration late) {
        this(batch, duplicates, shuffled, late, false, false);
    }

    public DeliverySettings {
        if (batch < 1 || batch > LARGEST_BATCH) {
            throw new IllegalArgumentException(
                    "A delivery holds 1 to %d webhooks, not %d.".formatted(LARGEST_BATCH, batch));
        }
        if (duplicates < 0 || duplicates > 100) {
            throw new IllegalArgumentException(
                    "Of a hundred deliveries 0 to 100 come once more, not %d.".formatted(duplicates));
        }
        if (late.isNegative()) {
            throw new IllegalArgumentException("Nothing comes before it was sent: late is %s.".formatted(late));
        }
    }
}
