package dev.tertulia.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Operation.Part;
import dev.tertulia.message.WireError;

/**
 * What WhatsApp's answer to a request says of the operation.
 *
 * @param requestId the name that its webhook will carry
 * @param parts     the items of which the answer already tells what came of them
 */
public record OperationAck(@Nullable String requestId, @Nullable String inviteLink, List<Part> parts,
        List<WireError> errors) {

    /** An answer that says nothing but yes. */
    public static final OperationAck PLAIN = new OperationAck(null, null, List.of(), List.of());
}
