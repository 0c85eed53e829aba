package dev.tertulia.moderation.rules;

/** The events that a rule judges. */
public enum On {
    /** A message in a group. */
    MESSAGE,
    /** A request to join a group. */
    JOIN_REQUEST,
    /** A person who joined a group. */
    JOIN,
    /** A message that a member reported. */
    REPORT
}
