package dev.tertulia.moderation.rules;

/** Over what events are counted. */
public enum Per {
    /** Those of the same person, in all groups of the policy. */
    MEMBER,
    /** Those in the same group. */
    GROUP,
    /** Those in all groups of the policy. */
    FLEET
}
