package dev.tertulia.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * WhatsApp tells that an operation on the group did not work, or not for everybody, whoever asked for it. What did work
 * has its own event beside this one; what a bot asked for ends with an {@link OperationEnded} too.
 *
 * @param requestId the id that the operation was answered with
 * @param items     the persons or settings concerned; empty when the whole operation failed at once
 */
public record OperationFailed(Origin origin, Operation operation, @Nullable String requestId, List<Item> items,
        List<WireError> errors) implements Event {

    /** What was asked for. */
    public enum Operation {
        CREATE,
        DELETE,
        REMOVE,
        SETTINGS
    }

    /**
     * One part that failed.
     *
     * @param name a phone number or user id for a person, else the name of the setting
     */
    public record Item(String name, List<WireError> errors) {}
}
