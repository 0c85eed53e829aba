package dev.tertulia.outbox;

/** Who goes first when several groups have something to send. Within a group the order of creation holds per priority. */
public enum Priority {
    MODERATION,
    REPLY,
    NOTICE,
    BROADCAST
}
