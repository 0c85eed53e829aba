package dev.tertulia.business;

/** The fields of a group that can be requested. The id is always included; the invite link is requested separately. */
public enum GroupField {
    /** The subject. */
    SUBJECT,
    /** The description. */
    DESCRIPTION,
    /** The participants. */
    PARTICIPANTS,
    /** Whether joining requires approval. */
    JOIN_APPROVAL_MODE,
    /** Whether the group is suspended. */
    SUSPENDED,
    /** The time of creation. */
    CREATION_TIMESTAMP,
    /** The number of participants. */
    TOTAL_PARTICIPANT_COUNT
}
