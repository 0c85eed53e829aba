package dev.tertulia.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * WhatsApp reports that an operation on the group failed, or failed in part, whoever asked for it. Items that succeeded
 * have events of their own. An operation of a bot ends with an {@link OperationEnded} too.
 *
 * @param kind      the operation that failed
 * @param requestId the id that the operation was answered with
 * @param items     the persons or settings that failed; empty if the whole operation failed at once
 */
public record OperationFailed(Origin origin, Operation.Kind kind, @Nullable String requestId,
        List<Operation.Item> items, List<WireError> errors) implements Event {}
