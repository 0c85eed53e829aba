package dev.tertulia.graph;

import org.jspecify.annotations.Nullable;

/** How a request to the Graph API ended. */
public sealed interface Outcome {

    /** Taken on. Not yet delivered, and an operation not yet done. */
    record Accepted(@Nullable String messageId) implements Outcome {}

    /** Turned down with an error. */
    record Refused(GraphError error) implements Outcome {}

    /** It never got there, so it may be repeated. */
    record NotSent(String reason) implements Outcome {}

    /** It may have got there or not: the answer is missing. */
    record Unclear(String reason) implements Outcome {}
}
