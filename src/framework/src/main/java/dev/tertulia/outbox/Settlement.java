package dev.tertulia.outbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tertulia.graph.ErrorCatalogue;
import dev.tertulia.graph.GraphError;

/**
 * Where an entry goes after an attempt.
 *
 * @param send      the entry as it is from now on
 * @param at        now
 * @param until     for {@code AGAIN}: when its group may be looked at next; for {@code HELD}: when holding ends; else now
 * @param messageId for {@code SENT}: WhatsApp's id of the message
 * @param reason    for {@code DEAD}, {@code PARKED}, {@code HELD} and {@code GONE}: why
 * @param code      for {@code DEAD}: the error that WhatsApp told, if it was one
 * @param words     for {@code DEAD}: WhatsApp's own words on it, if any
 */
public record Settlement(Send send, Fate fate, Instant at, Instant until, @Nullable String messageId, String reason,
        @Nullable Integer code, @Nullable String words) {

    /** One without words of WhatsApp. */
    public Settlement(Send send, Fate fate, Instant at, Instant until, @Nullable String messageId, String reason,
            @Nullable Integer code) {
        this(send, fate, at, until, messageId, reason, code, null);
    }

    /** Why, with WhatsApp's words: for a person who looks at the letter. */
    public String letter() {
        return words == null || words.isBlank() || reason.endsWith(words)
                ? reason
                : reason + " WhatsApp says: " + words;
    }

    /** Why, without WhatsApp's words: for the journal. */
    public String inJournal() {
        return code == null || ErrorCatalogue.find(code).isPresent()
                ? reason
                : GraphError.unknown(code) + "; the dead letter has WhatsApp's words";
    }

    /** The places an entry can go to. */
    public enum Fate {
        /** Back to the head of its queue. */
        AGAIN,
        /** WhatsApp has it; kept for a while for late failures. */
        SENT,
        /** Aside until the group's window opens. */
        HELD,
        /** Back to the head, and the whole group waits for an event. */
        PARKED,
        /** To the dead letters, where a person decides. */
        DEAD,
        /** Nowhere. */
        GONE,
        /** Back to those that wait in its broadcast, which was stopped. */
        STOPPED
    }

    static Settlement again(Send send, Instant now, Instant due, String reason) {
        return new Settlement(send, Fate.AGAIN, now, due, null, reason, null);
    }

    static Settlement sent(Send send, Instant now, @Nullable String messageId) {
        return new Settlement(send, Fate.SENT, now, now, messageId, "", null);
    }

    static Settlement held(Send send, Instant now, Instant until) {
        return held(send, now, until, "the window is shut");
    }

    static Settlement held(Send send, Instant now, Instant until, String reason) {
        return new Settlement(send, Fate.HELD, now, until, null, reason, null);
    }

    static Settlement parked(Send send, Instant now, BlockedUntil until) {
        return new Settlement(send, Fate.PARKED, now, now, null, until.name(), null);
    }

    static Settlement dead(Send send, Instant now, String reason) {
        return new Settlement(send, Fate.DEAD, now, now, null, reason, null);
    }

    static Settlement dead(Send send, Instant now, GraphError error) {
        return dead(send, now, error.explain(), error);
    }

    static Settlement dead(Send send, Instant now, String reason, GraphError error) {
        return new Settlement(send, Fate.DEAD, now, now, null, reason, error.code(), error.message());
    }

    static Settlement gone(Send send, Instant now, String reason) {
        return new Settlement(send, Fate.GONE, now, now, null, reason, null);
    }

    /** The same, unless the entry would wait while its turn deletes the group: then it is dropped. */
    Settlement orDropped() {
        if (!send.beforeDeletion()) {
            return this;
        }
        return switch (fate) {
            case HELD -> gone(send, at, reason + ", and the same turn deletes the group");
            case PARKED ->
                gone(send, at, BlockedUntil.valueOf(reason).explain() + ", and the same turn deletes the group");
            default -> this;
        };
    }

    static Settlement stopped(Send send, Instant now) {
        return new Settlement(send, Fate.STOPPED, now, now, null, "its broadcast is stopped", null);
    }
}
