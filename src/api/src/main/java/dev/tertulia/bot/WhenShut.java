package dev.tertulia.bot;

import java.time.Duration;

import dev.tertulia.message.InvalidArgument;

/** What becomes of a message when the group's customer service window is shut at the moment of sending. */
public sealed interface WhenShut {

    /** Send this template instead. */
    record UseTemplate(Template template) implements WhenShut {}

    /** Wait until somebody writes, for so long at most; then drop it, with an entry in the journal. */
    record Hold(Duration atMost) implements WhenShut {

        private static final Duration LONGEST = Duration.ofDays(3653);

        public Hold {
            if (atMost.isNegative() || atMost.isZero() || atMost.compareTo(LONGEST) > 0) {
                throw new InvalidArgument("orHold(" + atMost + "): say how long, 10 years at most, for"
                        + " example Duration.ofHours(12); to give up at once use orDrop()");
            }
        }
    }

    /** Send nothing. */
    record Drop() implements WhenShut {}
}
