package dev.tertulia.window;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The customer service windows of the groups and private chats of one phone number. Accepted messages open them. */
public interface Windows {

    /** The time at which the window shuts or has shut; empty if nobody has written. */
    Optional<Instant> openUntil(String group);

    /**
     * The time until which the window is open at least, as far as this process knows without asking the store; empty if it
     * does not know.
     */
    default Optional<Instant> knownOpenUntil(String group) {
        return Optional.empty();
    }

    /** The groups and private chats in which somebody wrote, the one whose window shuts last first. */
    List<String> latest(int atMost);

    /**
     * Shuts a window because WhatsApp reports that it is shut. A window that a later message opened stays open.
     *
     * @param reported when WhatsApp found it shut
     * @return whether it is shut
     */
    boolean shut(String group, Instant reported);
}
