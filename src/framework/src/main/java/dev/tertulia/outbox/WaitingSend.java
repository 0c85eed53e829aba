package dev.tertulia.outbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The first entry of a group's queue.
 *
 * @param entries the number of entries in the queue
 * @param due     when the queue is looked at next; {@code null} if an event decides that, such as the end of the entry of
 *                the group that is being sent
 * @param behind  whether it waits for another entry of its turn
 */
public record WaitingSend(Send first, long entries, @Nullable Instant due, boolean behind) {}
