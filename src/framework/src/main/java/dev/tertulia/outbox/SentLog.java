package dev.tertulia.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The entries of one phone number that WhatsApp has, or may have. They are kept for a while, because their statuses arrive
 * later. Every method is one atomic step.
 */
interface SentLog {

    /**
     * Notes that WhatsApp has accepted an entry, whatever its HTTP answer was or will be. An entry of unknown outcome is
     * settled by this.
     *
     * @param messageId WhatsApp's id of the message; empty if it is unknown
     * @return whether an unknown outcome was resolved
     */
    boolean confirm(String group, String sendId, String messageId, Instant now);

    /** Whether WhatsApp has confirmed an entry. */
    boolean confirmed(String sendId);

    /** Whether an entry is in hand, so that its outcome is about to be written. */
    boolean inHand(String group, String sendId);

    /**
     * An entry that was sent or whose outcome is unknown.
     *
     * @param sendId    our id; {@code null} to search by WhatsApp's
     * @param messageId WhatsApp's id
     */
    Optional<Send> findSent(String group, @Nullable String sendId, String messageId);

    /** Those of the entries that WhatsApp is known to have taken on, by our ids. */
    Map<String, Send> sent(Collection<String> sendIds);

    /**
     * Settles an entry that {@link #findSent} returned and that has failed since.
     *
     * @return false if that was done before
     */
    boolean resettle(Settlement settlement);
}
