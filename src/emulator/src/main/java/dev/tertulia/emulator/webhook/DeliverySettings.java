package dev.tertulia.emulator.webhook;

import java.time.Duration;

/**
 * Settings for how webhooks reach the bot. Meta guarantees neither their order nor that each arrives once.
 *
 * @param batch the largest number of webhooks in one delivery, 1 to 1000
 * @param duplicates the percentage of deliveries that are sent twice, 0 to 100
 * @param shuffled whether waiting webhooks are delivered in random order
 * @param late how long each webhook is delayed, by the emulator's clock
 * @param escaped whether non-ASCII characters and slashes are escaped in JSON, such as {@code &#92;u00e9}
 * @param extras whether every object has an additional, unknown field
 */
public record DeliverySettings(int batch, int duplicates, boolean shuffled, Duration late, boolean escaped,
        boolean extras) {
    /** One webhook per delivery, each once, in order and without delay. */
    public static final DeliverySettings USUAL = new DeliverySettings(1, 0, false, Duration.ZERO);
    private static final int LARGEST_BATCH = 1000;

    /** Creates settings with plain JSON: nothing escaped, no unknown fields. */
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
                    "duplicates is a percentage from 0 to 100, not %d.".formatted(duplicates));
        }
        if (late.isNegative()) {
            throw new IllegalArgumentException("late is a duration of zero or more, not %s.".formatted(late));
        }
    }
}
