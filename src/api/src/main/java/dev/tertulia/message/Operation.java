package dev.tertulia.message;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that was asked of WhatsApp about a group, as far as it had come at one moment. WhatsApp works it off when
 * it likes; at its end an {@link OperationEnded} comes to the conversation that asked.
 *
 * @param requestId WhatsApp's name of it; some answers have none
 * @param deadline  when it expires if nothing is heard of it; absent until WhatsApp was asked
 */
public record Operation(OperationId id, Request request, State state, @Nullable String requestId,
        @Nullable Instant deadline,
        Result result) {

    /** The kinds of operations. */
    public enum Kind {
        CREATE(true),
        DELETE(true),
        REMOVE(true),
        SETTINGS(true),
        RESET_LINK(false),
        APPROVE(false),
        REJECT(false),
        PIN(false),
        UNPIN(false);

        private final boolean reported;

        Kind(boolean reported) {
            this.reported = reported;
        }

        /** Whether WhatsApp reports the outcome by a webhook, and not already in its answer. */
        public boolean reported() {
            return reported;
        }
    }

    /** How far an operation can have come. */
    public enum State {
        /** Written down, and not yet answered. */
        ASKED,
        /** The answer is missing: nobody knows whether WhatsApp took it on. */
        UNCLEAR,
        /** WhatsApp took it on and will tell what came of it. */
        ACCEPTED,
        /** All of it was done. */
        DONE,
        /** Some of it was done: the parts tell what. */
        PARTLY_DONE,
        /** Nothing of it was done. */
        FAILED,
        /** WhatsApp told nothing in time. It may have been done or not. */
        EXPIRED;

        /** Whether it stays like this, unless it failed and a person lets it be repeated. */
        public boolean ended() {
            return compareTo(ACCEPTED) > 0;
        }
    }

    /**
     * What is wanted.
     *
     * @param conversation who asks: a group, or the account outside of any turn
     * @param items        what it is about: the subject of a group to create, people to remove, names of settings, join
     *                     requests, the message to pin
     * @param days         how long to pin; else 0
     */
    public record Request(Kind kind, String conversation, List<String> items, int days, Instant asked) {}

    /**
     * What came of one item.
     *
     * @param errors why it failed; may be empty all the same
     */
    public record Part(String name, boolean done, List<WireError> errors) {}

    /**
     * What came of it so far.
     *
     * @param group      the group that was created
     * @param inviteLink of a group that was created, or the new one
     * @param errors     why all of it failed, or that not all of it worked
     */
    public record Result(@Nullable String group, @Nullable String inviteLink, List<Part> parts,
            List<WireError> errors) {

        /** Nothing yet. */
        public static final Result NONE = new Result(null, null, List.of(), List.of());
    }

    /** An operation that nobody was asked for yet. */
    public static Operation of(OperationId id, Request request) {
        return new Operation(id, request, State.ASKED, null, null, Result.NONE);
    }

    /** What kind of operation it is. */
    public Kind kind() {
        return request.kind();
    }

    /** The group it is about; one that is being created has no id yet. */
    public @Nullable String group() {
        return kind() == Kind.CREATE ? result.group() : request.conversation();
    }

    /** Whether its state stays as it is. */
    public boolean ended() {
        return state.ended();
    }
}
