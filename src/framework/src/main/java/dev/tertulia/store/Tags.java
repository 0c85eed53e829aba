package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The tagged messages of one phone number, each for a while. Every step may be repeated. */
public interface Tags {

    /** How long tags are kept unless configured. */
    Duration USUALLY_KEPT = Duration.ofDays(30);

    /** Keeps the tag of a message that WhatsApp has accepted. */
    void put(String conversation, String messageId, TaggedMessage message, Instant now,
            Duration kept);

    /** The tag of a message; empty if it has none or is too old. */
    Optional<TaggedMessage> find(String messageId, Instant now);

    /** The id of the message that a bot tagged last with a tag in a conversation; empty if there is none, or it is too old. */
    Optional<String> latest(String conversation, String bot, String tag, Instant now);

    /**
     * A message of the business that a bot tagged.
     *
     * @param bot     stored name of the bot; {@code null} if none sent it
     * @param payload payload of the tag: text, or a record as JSON; {@code null} for none
     */
    record TaggedMessage(@Nullable String bot, String tag, @Nullable String payload) {}
}
