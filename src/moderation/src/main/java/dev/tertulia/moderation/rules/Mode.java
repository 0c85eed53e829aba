package dev.tertulia.moderation.rules;

/** How far a rule goes. */
public enum Mode {
    /** It is not used, except in back-tests. */
    DRAFT,
    /** Its hits are recorded, and nothing is done. */
    SHADOW,
    /** Its actions are taken. */
    ENFORCE
}
