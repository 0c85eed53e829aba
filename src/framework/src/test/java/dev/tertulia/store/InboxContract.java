package dev.tertulia.store;

/** All that an inbox promises. */
public interface InboxContract extends AcceptContract, ClaimContract, CommitContract, TimerContract {}
