package dev.tertulia.graph;

import org.jspecify.annotations.Nullable;

import dev.tertulia.operation.OperationAck;

/** How a request to the Graph API ended. */
public sealed interface Outcome {

    /**
     * Taken on. Not yet delivered, and an operation not yet done.
     *
     * @param receipt what the answer says of an operation
     */
    record Accepted(@Nullable String messageId, OperationAck receipt) implements Outcome {
        public Accepted(@Nullable String messageId) {
            this(messageId, OperationAck.PLAIN);
        }
    }

    /** Turned down with an error. */
    record Refused(GraphError error) implements Outcome {}

    /**
     * It never got there, so it may be repeated.
     *
     * @param tried whether anybody tried; not while its host is away
     */
    record NotSent(String reason, boolean tried) implements Outcome {
        public NotSent(String reason) {
            this(reason, true);
        }
    }

    /** It may have got there or not: the answer is missing. */
    record Unclear(String reason) implements Outcome {}
}
