package dev.tertulia.graph;

import org.jspecify.annotations.Nullable;

import dev.tertulia.operation.OperationAck;

/** The outcome of a request to the Graph API. */
public sealed interface Outcome {

    /**
     * WhatsApp has accepted the request. It is not yet delivered, and an operation is not yet done.
     *
     * @param receipt what the answer says of an operation
     */
    record Accepted(@Nullable String messageId, OperationAck receipt) implements Outcome {
        public Accepted(@Nullable String messageId) {
            this(messageId, OperationAck.PLAIN);
        }
    }

    /** WhatsApp has refused the request with an error. */
    record Refused(GraphError error) implements Outcome {}

    /**
     * The request was not sent, so it may be repeated.
     *
     * @param tried whether anybody tried; not while its host is away
     */
    record NotSent(String reason, boolean tried) implements Outcome {
        public NotSent(String reason) {
            this(reason, true);
        }
    }

    /** It is unknown whether the request was received, because the answer is missing. */
    record Unclear(String reason) implements Outcome {}
}
