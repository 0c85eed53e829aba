package dev.tertulia.emulator;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.lock.StateLock;

/**
 * Conversation on a person's phone: a group, or the private chat with a number of the business. Thread-safe.
 *
 * <p>Methods throw a {@link java.util.NoSuchElementException} for an unknown group or person, and an
 * {@link IllegalArgumentException} for what WhatsApp does not allow.
 */
public final class FakeChat {
    private final StateLock lock;
    private final Supplier<Chat> chat;
    private final String personId;
    private final InboundMessages inbound;
    private final NumberChanges numberChanges;
    private final Statuses statuses;

    FakeChat(EmulatorState state, StateLock lock, Supplier<Chat> chat, String personId) {
        this.lock = lock;
        this.chat = chat;
        this.personId = personId;
        this.inbound = new InboundMessages(state);
        this.numberChanges = new NumberChanges(state);
        this.statuses = new Statuses(state);
    }

    /** Sends a text and returns its id. */
    public String say(String text) {
        return send(InboundMessages.Message.text(text, null, null));
    }

    /** Sends a text with another time stamp and returns its id. */
    public String say(String text, Instant at) {
        return send(InboundMessages.Message.text(text, null, at));
    }

    /** Sends a text that quotes a message, and returns its id. */
    public String reply(String quotedId, String text) {
        return send(InboundMessages.Message.text(text, quotedId, null));
    }

    /**
     * Sends a text that is marked as forwarded, and returns its id.
     *
     * @param often whether it is marked as forwarded many times
     */
    public String forward(String text, boolean often) {
        return send(InboundMessages.Message.text(text, null, null)
                .as(often ? InboundMessages.Forwarded.OFTEN : InboundMessages.Forwarded.ONCE));
    }

    /** Sends a reaction to a message and returns its id. An empty emoji removes the reaction. */
    public String react(String messageId, String emoji) {
        return send("reaction", Json.object("message_id", messageId, "emoji", emoji.isEmpty() ? null : emoji), null);
    }

    /**
     * Sends a message of any type and returns its id.
     *
     * @param type such as {@code image}, {@code location} or {@code contacts}
     * @param content the value at the key that is named like the type; the bytes of a file as {@code data} in Base64
     * @param quotedId the id of the quoted message
     */
    public String send(String type, JsonNode content, @Nullable String quotedId) {
        return send(new InboundMessages.Message(type, content, quotedId, InboundMessages.Forwarded.NO, null));
    }

    /**
     * Taps a button or a row of a message, and returns the id of the message that this sends.
     *
     * @param choice the id, payload or title of the button or row
     */
    public String tap(String messageId, String choice) {
        return lock.locked(() -> inbound.tapped(chat.get(), person(), messageId, choice));
    }

    /**
     * Sends a receipt of the person's phone for a message of the business.
     *
     * @param kind {@code delivered}, {@code read} or {@code played}
     */
    public void receipt(String messageId, String kind) {
        lock.run(() -> {
            Chat here = chat.get();
            ChatMessage message = here.message(messageId);
            if (message == null || !message.from().equals(ChatMessage.BUSINESS)) {
                throw new IllegalArgumentException("%s is no message of the business in '%s'.".formatted(messageId,
                        here.title()));
            }
            here.add(message.ticked(personId, kind));
            statuses.received(here, messageId, person(), kind);
            lock.changed();
        });
    }

    private Person person() {
        return chat.get().member(personId);
    }

    private String send(InboundMessages.Message message) {
        return lock.locked(() -> inbound.sent(chat.get(), person(), message));
    }

    /**
     * Gives the person a new phone number and a new user id, and sends a webhook.
     *
     * @param phone null for a generated number
     */
    public MemberView changeNumber(@Nullable String phone) {
        return renamed(one -> numberChanges.number(one, phone));
    }

    /** Hides the person's phone number behind a username. */
    public MemberView hideNumber() {
        return renamed(numberChanges::hide);
    }

    private MemberView renamed(UnaryOperator<Person> change) {
        return lock.locked(() -> {
            MemberView view = change.apply(person()).view();
            lock.changed();
            return view;
        });
    }

    /** Returns the conversation, oldest first. */
    public List<ChatMessage> transcript() {
        return lock.locked(() -> chat.get().transcript());
    }

    /** Returns the end of the customer service window, null if nobody has written yet. */
    public @Nullable Instant windowUntil() {
        return lock.locked(() -> chat.get().windowUntil());
    }
}
