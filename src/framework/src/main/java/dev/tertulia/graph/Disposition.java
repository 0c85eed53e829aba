package dev.tertulia.graph;

/** What to do about an error. */
public enum Disposition {
    /** Nothing was done: repeat with growing pauses. */
    RETRY,
    /** Perhaps something was done: repeat what may be repeated, else the outcome is unknown. */
    RETRY_IF_SAFE,
    /** Too many messages of this number: slow its messages, then repeat. */
    SLOW_MESSAGES,
    /** Too many operations of this number: slow its operations, then repeat. */
    SLOW_OPERATIONS,
    /** Too many messages to this group: let only it wait, 4, 16, 64 … seconds. */
    SLOW_GROUP,
    /** The app or account has used up its calls: everything of the number waits. */
    SLOW_APP,
    /** The window is shut, whatever we thought: take what the notice says for that. */
    FALLBACK,
    /** Nobody is in the group: wait until somebody joins. */
    PARK_UNTIL_JOIN,
    /** The group is suspended: wait until it is cleared. */
    PARK_UNTIL_CLEARED,
    /** The group is gone, or so new that WhatsApp does not know it yet. */
    GONE,
    /** Nothing of this number can work until somebody mends the account. */
    PAUSE_NUMBER,
    /** What was asked for is already so. */
    ALREADY_DONE,
    /** Some parts worked: the answer lists which. */
    PARTLY_DONE,
    /** Repeating cannot help. */
    NEVER
}
