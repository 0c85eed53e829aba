package dev.tertulia.window;

import java.time.Instant;
import java.util.Optional;

/** What is known of the customer service windows of one phone number's groups. Messages open them in the inbox. */
public interface Windows {

    /** When the group's window shuts or has shut; empty if nobody ever wrote there. */
    Optional<Instant> openUntil(String group);

    /** Shuts the group's window, since WhatsApp says that it is. */
    void shut(String group, Instant now);
}
