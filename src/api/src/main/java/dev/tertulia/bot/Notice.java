package dev.tertulia.bot;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.InvalidArgument;

/**
 * A message that says what happens when the group's window is shut, so it may be sent at any time.
 *
 * @param validFor how long the message is worth sending, from the time of the turn; {@code null} for no limit
 */
public record Notice(Body body, @Nullable String quotes, WhenShut whenShut, @Nullable Duration validFor)
        implements
            Reply {

    private static final Duration LONGEST = Duration.ofDays(3653);

    public Notice {
        if (validFor != null && (validFor.isNegative() || validFor.compareTo(LONGEST) > 0)) {
            throw new InvalidArgument("expires(" + validFor + "): say how long, 10 years at most, for example"
                    + " Duration.ofHours(1); what is always worth sending needs none");
        }
    }

    @Override
    public Notice quoting(GroupMessage message) {
        return new Notice(body, message.id(), whenShut, validFor);
    }

    /** The same message, dropped with a journal entry if it cannot leave within this time. */
    public Notice expires(Duration after) {
        return new Notice(body, quotes, whenShut, after);
    }
}
