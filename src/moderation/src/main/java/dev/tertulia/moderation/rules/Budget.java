package dev.tertulia.moderation.rules;

import java.time.Duration;

/**
 * The limit of a policy's deliveries. A message to a group of eight people is eight deliveries.
 *
 * @param instead what is done instead of a message to the group once the limit is reached
 */
public record Budget(int deliveries, Duration within, Instead instead) {

    /** What is done instead of a message to a group. */
    public enum Instead {
        /** The message goes to the person, in private. */
        PRIVATE,
        /** Staff get an alert. */
        ALERT,
        /** It is only noted in the case. */
        NOTE
    }
}
