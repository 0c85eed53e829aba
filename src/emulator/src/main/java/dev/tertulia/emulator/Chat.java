package dev.tertulia.emulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedMap;

import org.jspecify.annotations.Nullable;

/**
 * Conversation of a business number, with a group or with one person, and its customer service window. Guarded by the
 * account's lock.
 */
abstract sealed class Chat permits ChatGroup, PrivateChat {
    private static final int MOST_MESSAGES = 20_000;

    private final BusinessNumber number;
    private final SequencedMap<String, ChatMessage> messages = new LinkedHashMap<>();
    private @Nullable Instant windowUntil;

    Chat(BusinessNumber number) {
        this.number = number;
    }

    /** Returns the business's number that takes part. */
    BusinessNumber number() {
        return number;
    }

    /** Returns the name of the conversation in error messages. */
    abstract String title();

    /** Returns a person who takes part. */
    abstract Optional<Person> participant(String id);

    /**
     * Returns a person who takes part.
     *
     * @throws NoSuchElementException if the person does not
     */
    abstract Person member(String id);

    @Nullable
    Instant windowUntil() {
        return windowUntil;
    }

    boolean windowOpen(Instant now) {
        return windowUntil != null && now.isBefore(windowUntil);
    }

    /** Opens the window for a message of a person. An older message does not shorten it. */
    void wrote(Instant at) {
        Instant until = at.plus(BusinessNumber.WINDOW);
        if (windowUntil == null || windowUntil.isBefore(until)) {
            windowUntil = until;
        }
    }

    void shutWindow() {
        windowUntil = null;
    }

    void add(ChatMessage message) {
        messages.put(message.id(), message);
        if (messages.size() > MOST_MESSAGES) {
            messages.pollFirstEntry();
        }
    }

    @Nullable
    ChatMessage message(@Nullable String messageId) {
        return messageId == null ? null : messages.get(messageId);
    }

    List<ChatMessage> transcript() {
        return List.copyOf(messages.values());
    }
}
