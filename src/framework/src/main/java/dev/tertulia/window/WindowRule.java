package dev.tertulia.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.tertulia.bot.WhenShut;

/**
 * The rule of the customer service window: it is open for the whole group for 24 hours after a message from a
 * participant.
 *
 * @param margin how long before its end a window counts as shut, because sending a message takes time
 */
public record WindowRule(Duration margin) {

    /** How long a window stays open (wire reference, part 3). */
    public static final Duration LENGTH = Duration.ofHours(24);

    /** The margin unless configured. */
    public static final Duration USUAL_MARGIN = Duration.ofMinutes(2);

    /**
     * The time at which the window shuts that a message of this time opens. A time stamp in the future counts as now.
     */
    public static Instant shutsAt(Instant messageTime, Instant now) {
        return (messageTime.isAfter(now) ? now : messageTime).plus(LENGTH);
    }

    /** Whether a free-form message may be sent. */
    public boolean isOpen(Optional<Instant> openUntil, Instant now) {
        return openUntil.filter(until -> now.isBefore(until.minus(margin))).isPresent();
    }

    /**
     * Decides about a message.
     *
     * @param holdUntil until when it may be held, decided when it was first held or else when it was created
     */
    public WindowDecision choose(WhenShut whenShut, boolean open, Instant now, Instant holdUntil) {
        if (open) {
            return new WindowDecision.SendFreeForm();
        }
        return switch (whenShut) {
            case WhenShut.UseTemplate use -> new WindowDecision.SendTemplate(use.template());
            case WhenShut.Hold hold when now.isBefore(holdUntil) -> new WindowDecision.HoldUntil(holdUntil);
            case WhenShut.Hold hold -> new WindowDecision.Forget("held for " + hold.atMost() + ", and nobody wrote");
            case WhenShut.Drop drop -> new WindowDecision.Forget("the window is shut, and it says orDrop()");
        };
    }
}
