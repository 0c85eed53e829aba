package dev.tertulia.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The durable inbox of one phone number: mailboxes, the timers that fill them, the values that turns store, and what could
 * not be read. Every method is one atomic step.
 */
public interface Inbox extends Mailboxes, Timers {

    /** Stores a part of a delivery that could not be read, for an operator. */
    void quarantine(String raw, String reason, Instant now);

    /** The stored value of a conversation under a key, as JSON. */
    Optional<String> state(String group, String key);

    /** All stored values of a conversation by their keys, as JSON. */
    Map<String, String> states(String group);

    /** The result of a commit. */
    enum Committed {
        /** The claim was lost; nothing was stored. */
        LOST,
        /** The effects are stored, and the group has more mail. */
        MORE,
        /** The effects are stored, and the claim is over. */
        DONE
    }
}
