package dev.tertulia.outbox;

/** The durable outbox of one phone number. Turns fill it with their commit; one pump at a time empties it. */
public interface OutboxStore extends PumpLease, SendQueue, HeldSends, ParkedGroups, SentLog {}
