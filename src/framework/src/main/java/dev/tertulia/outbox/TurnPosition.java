package dev.tertulia.outbox;

import org.jspecify.annotations.Nullable;

/**
 * Where an entry stands among all that one turn asks of one conversation.
 *
 * @param after          the id of the entry before it, if that is in another queue: this one does not leave until it is
 *                       settled that one. Both are written in one step
 * @param beforeDeletion whether the turn deletes the group behind it, so that it leaves now or never
 */
public record TurnPosition(@Nullable String after, boolean beforeDeletion) {}
