package dev.tertulia.bot;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.InvalidArgument;

/**
 * What follows once a message was sent.
 *
 * @param tag      the tag by which its bot finds it again
 * @param question the question that it asks
 * @param pinned   how long it is pinned, in whole days from 1 to 30; {@code null} if it is not
 */
public record FollowUp(@Nullable Tag tag, @Nullable Question question, @Nullable Duration pinned) {

    /** Nothing follows. */
    public static final FollowUp NONE = new FollowUp(null, null, null);

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException when WhatsApp does not pin for so long
     */
    public FollowUp {
        if (pinned != null && (pinned.toDays() < 1 || pinned.toDays() > 30
                || !pinned.equals(Duration.ofDays(pinned.toDays())))) {
            throw new InvalidArgument("pinned(" + pinned + "): WhatsApp pins for whole days, 1 to 30, such as"
                    + " Duration.ofDays(7)");
        }
    }

    FollowUp with(Tag other) {
        return new FollowUp(other, question, pinned);
    }

    FollowUp with(Question other) {
        return new FollowUp(tag, other, pinned);
    }

    FollowUp pinnedFor(Duration time) {
        return new FollowUp(tag, question, time);
    }

    /** Whether nothing follows. */
    public boolean isNone() {
        return equals(NONE);
    }
}
