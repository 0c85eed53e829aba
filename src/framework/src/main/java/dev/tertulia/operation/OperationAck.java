package dev.tertulia.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Operation.Item;
import dev.tertulia.message.WireError;

/**
 * The part of WhatsApp's answer that concerns the operation.
 *
 * @param requestId the id that the reports will carry
 * @param items     the items whose outcome the answer already contains
 */
public record OperationAck(@Nullable String requestId, @Nullable String inviteLink, List<Item> items,
        List<WireError> errors) {

    /** An answer that only accepts. */
    public static final OperationAck PLAIN = new OperationAck(null, null, List.of(), List.of());
}
