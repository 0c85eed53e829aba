package dev.tertulia.outbox;

/** The result of settling an entry. */
public enum SettleResult {
    /** The entry is not in hand by this attempt, or the pump has lost its lease; nothing was changed. */
    REFUSED,
    /** The entry is settled. */
    SETTLED,
    /** The entry is settled, and the group has another entry that is due. */
    MORE
}
