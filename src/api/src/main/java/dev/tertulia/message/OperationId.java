package dev.tertulia.message;

/** The name of an operation, for asking later what became of it. Sorts by time. */
public record OperationId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
