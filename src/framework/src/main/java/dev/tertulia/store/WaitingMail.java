package dev.tertulia.store;

import java.time.Duration;

/**
 * The events that wait in the mailbox of a conversation.
 *
 * @param events   their number, including one that is being handled
 * @param attempts how often the next event was tried
 * @param claimed  whether a process handles them
 * @param readyFor how long a process could have claimed them; negative during a pause, zero if they are claimed
 */
public record WaitingMail(String group, long events, int attempts, boolean claimed, Duration readyFor) {}
