package dev.tertulia.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * An operation that WhatsApp was asked for, as it was at one moment. WhatsApp executes operations asynchronously; when one
 * ends, an {@link OperationEnded} is delivered to the conversation that asked.
 */
public record Operation(OperationId id, Request request, Status status) {

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

    /** The states of an operation. */
    public enum State {
        /** Written down, and not yet answered. */
        ASKED,
        /** The answer is missing: it is unknown whether WhatsApp accepted the request. */
        UNCLEAR,
        /** WhatsApp accepted the request and will report the outcome. */
        ACCEPTED,
        /** All of it was done. */
        DONE,
        /** Some of it was done; the items tell which. */
        PARTLY_DONE,
        /** Nothing of it was done. */
        FAILED,
        /** WhatsApp reported nothing in time. It may have been done or not. */
        EXPIRED;

        /** Whether the state is final, unless the operation failed and an operator repeats it. */
        public boolean ended() {
            return compareTo(ACCEPTED) > 0;
        }
    }

    /**
     * What an operation asks for.
     *
     * @param conversation who asks: a group, or the account outside of any turn
     * @param items        the subjects of the operation: the subject of a group to create, people to remove, names of
     *                     settings, join requests, the message to pin
     * @param days         how long to pin; 0 for other operations
     */
    public record Request(Kind kind, String conversation, List<String> items, int days, Instant asked) {}

    /**
     * The outcome for one item.
     *
     * @param name   as the request has it: a phone number or user id, the name of a setting, a join request
     * @param errors why it failed; may be empty even then
     */
    public record Item(String name, boolean done, List<WireError> errors) {}

    /**
     * The outcome, as far as it is known.
     *
     * @param group      the group that was created
     * @param inviteLink of a group that was created, or the new one
     * @param items      the items whose outcome is known
     * @param errors     why all of it failed, or that not all of it worked
     */
    public record Result(@Nullable String group, @Nullable String inviteLink, List<Item> items,
            List<WireError> errors) {

        /** Nothing is known yet. */
        public static final Result NONE = new Result(null, null, List.of(), List.of());
    }

    /** The state with the data that belongs to it. */
    public sealed interface Status {

        /** The operation is written down, and not yet answered. */
        record Asked() implements Status {}

        /**
         * It is unknown whether WhatsApp accepted the request.
         *
         * @param requestId WhatsApp's id of the request, if a report told it
         * @param deadline  when the operation expires
         * @param result    what was reported so far
         */
        record Unclear(@Nullable String requestId, Instant deadline, Result result) implements Status {}

        /**
         * WhatsApp accepted the request and will report its outcome.
         *
         * @param requestId WhatsApp's id of the request; some answers have none
         * @param deadline  when the operation expires
         * @param result    what was reported so far
         */
        record Accepted(@Nullable String requestId, Instant deadline, Result result) implements Status {}

        /**
         * The operation has ended.
         *
         * @param state     a final one
         * @param requestId WhatsApp's id of the request, if it is known
         */
        record Ended(State state, @Nullable String requestId, Result result) implements Status {
            /**
             * Checks the state.
             *
             * @throws IllegalArgumentException if it is not final
             */
            public Ended {
                if (!state.ended()) {
                    throw new IllegalArgumentException(state + " is no end of an operation");
                }
            }
        }
    }

    /** An operation that is not answered yet. */
    public static Operation of(OperationId id, Request request) {
        return new Operation(id, request, new Status.Asked());
    }

    /** This operation in another state. */
    public Operation with(Status next) {
        return new Operation(id, request, next);
    }

    /** The kind of the operation. */
    public Kind kind() {
        return request.kind();
    }

    /** The state of the operation. */
    public State state() {
        return switch (status) {
            case Status.Asked asked -> State.ASKED;
            case Status.Unclear unclear -> State.UNCLEAR;
            case Status.Accepted accepted -> State.ACCEPTED;
            case Status.Ended ended -> ended.state();
        };
    }

    /** The outcome, as far as it is known. */
    public Result result() {
        return switch (status) {
            case Status.Asked asked -> Result.NONE;
            case Status.Unclear unclear -> unclear.result();
            case Status.Accepted accepted -> accepted.result();
            case Status.Ended ended -> ended.result();
        };
    }

    /** WhatsApp's id of the request, if it is known; some answers have none. */
    public @Nullable String requestId() {
        return switch (status) {
            case Status.Asked asked -> null;
            case Status.Unclear unclear -> unclear.requestId();
            case Status.Accepted accepted -> accepted.requestId();
            case Status.Ended ended -> ended.requestId();
        };
    }

    /** When the operation expires unless its outcome is reported; empty before WhatsApp was asked and after the end. */
    public Optional<Instant> deadline() {
        return switch (status) {
            case Status.Unclear unclear -> Optional.of(unclear.deadline());
            case Status.Accepted accepted -> Optional.of(accepted.deadline());
            case Status.Asked asked -> Optional.empty();
            case Status.Ended ended -> Optional.empty();
        };
    }

    /** The group concerned; {@code null} for a group that is not created yet. */
    public @Nullable String group() {
        return kind() == Kind.CREATE ? result().group() : request.conversation();
    }

    /** Whether the state is final. */
    public boolean ended() {
        return state().ended();
    }
}
