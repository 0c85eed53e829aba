package dev.tertulia.outbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tertulia.graph.ErrorCatalogue;
import dev.tertulia.graph.GraphError;

/** The place that an outbox entry moves to after an attempt. */
public sealed interface Settlement {

    /** The entry as it is from now on. */
    Send send();

    /** When it was settled. */
    Instant at();

    /** Why, for people; empty where nothing needs an explanation. */
    String reason();

    /**
     * WhatsApp has accepted the entry. It is kept for a while, because a failure may be reported late.
     *
     * @param messageId WhatsApp's id of the message, if known
     */
    record Sent(Send send, Instant at, @Nullable String messageId) implements Settlement {
        @Override
        public String reason() {
            return "";
        }
    }

    /**
     * The entry returns to the head of its queue.
     *
     * @param due when the queue is looked at next
     */
    record Again(Send send, Instant at, Instant due, String reason) implements Settlement {}

    /**
     * The entry is held until the group's window opens.
     *
     * @param until when holding ends
     */
    record Held(Send send, Instant at, Instant until, String reason) implements Settlement {
        /** An entry that is held because the window is shut. */
        Held(Send send, Instant at, Instant until) {
            this(send, at, until, "the window is shut");
        }
    }

    /**
     * The entry returns to the head of its queue, and its group is blocked.
     *
     * @param until the event that ends this
     */
    record Parked(Send send, Instant at, BlockedUntil until) implements Settlement {
        @Override
        public String reason() {
            return until.explain();
        }
    }

    /**
     * The entry becomes a dead letter.
     *
     * @param error WhatsApp's error, if that is the cause
     */
    record Dead(Send send, Instant at, String reason, @Nullable GraphError error) implements Settlement {
        Dead(Send send, Instant at, String reason) {
            this(send, at, reason, null);
        }

        Dead(Send send, Instant at, GraphError error) {
            this(send, at, error.explain(), error);
        }

        /** The code of WhatsApp's error, if that is the cause. */
        public @Nullable Integer code() {
            return error == null ? null : error.code();
        }

        /** The reason and WhatsApp's own words, for the dead letter. */
        public String letter() {
            return error == null || error.message().isBlank() || reason.endsWith(error.message())
                    ? reason
                    : reason + " WhatsApp says: " + error.message();
        }

        /** The reason without WhatsApp's words, for the journal. */
        public String inJournal() {
            return error == null || ErrorCatalogue.find(error.code()).isPresent()
                    ? reason
                    : GraphError.unknown(error.code()) + "; the dead letter has WhatsApp's words";
        }
    }

    /** The entry is dropped. */
    record Gone(Send send, Instant at, String reason) implements Settlement {}

    /** The entry returns to the recipients that wait in its broadcast, which was stopped. */
    record Stopped(Send send, Instant at) implements Settlement {
        @Override
        public String reason() {
            return "its broadcast is stopped";
        }
    }

    /** This settlement, or the entry is dropped if it would wait although its turn deletes the group. */
    default Settlement orDropped() {
        return send().beforeDeletion() && (this instanceof Held || this instanceof Parked)
                ? new Gone(send(), at(), reason() + ", and the same turn deletes the group")
                : this;
    }

    /** Whether the entry is still to be sent in its turn, so that entries that follow it wait. */
    default boolean inQueue() {
        return this instanceof Again || this instanceof Parked;
    }
}
