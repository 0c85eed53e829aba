package dev.tertulia.store;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.Begun;
import dev.tertulia.store.Inbox.Committed;

/**
 * The result of a commit.
 *
 * @param next  the next event of the group, opened as by {@link Inbox#open}; {@code null} unless there is more
 * @param begun the entry that was taken in hand in the same step; {@code null} if there is none
 */
public record CommitResult(Committed committed, @Nullable Mail next, @Nullable Begun begun) {

    /** The claim was lost; nothing was stored. */
    public static final CommitResult LOST = new CommitResult(Committed.LOST, null, null);
}
