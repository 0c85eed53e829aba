package dev.tertulia.bot;

import java.time.Duration;

import dev.tertulia.message.InvalidArgument;

/** What happens to a message when the group's customer service window is shut at the time of sending. */
public sealed interface WhenShut {

    /** Sends this template instead. */
    record UseTemplate(Template template) implements WhenShut {}

    /** Waits until somebody writes, for at most this long, and then drops the message with a journal entry. */
    record Hold(Duration atMost) implements WhenShut {

        private static final Duration LONGEST = Duration.ofDays(3653);

        public Hold {
            if (atMost.isNegative() || atMost.isZero() || atMost.compareTo(LONGEST) > 0) {
                throw new InvalidArgument("orHold(" + atMost + "): say how long, 10 years at most, for"
                        + " example Duration.ofHours(12); to give up at once use orDrop()");
            }
        }
    }

    /** Sends nothing. */
    record Drop() implements WhenShut {}
}
