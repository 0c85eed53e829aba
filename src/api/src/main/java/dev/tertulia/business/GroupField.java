package dev.tertulia.business;

/** What can be asked of a group. Its id always comes along; its invite link has a question of its own. */
public enum GroupField {
    /** What it is called. */
    SUBJECT,
    /** What it is about. */
    DESCRIPTION,
    /** Who is in it. */
    PARTICIPANTS,
    /** Whether people have to ask. */
    JOIN_APPROVAL_MODE,
    /** Whether WhatsApp has stopped it. */
    SUSPENDED,
    /** When it was made. */
    CREATION_TIMESTAMP,
    /** How many are in it. */
    TOTAL_PARTICIPANT_COUNT
}
