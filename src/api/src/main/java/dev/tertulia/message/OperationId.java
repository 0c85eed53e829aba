package dev.tertulia.message;

/** The id of an operation, by which its state can be looked up later. Ids sort by time. */
public record OperationId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
