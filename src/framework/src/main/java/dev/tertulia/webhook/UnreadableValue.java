package dev.tertulia.webhook;

/**
 * Thrown for an item of a delivery that cannot be read. It has no stack trace, because a delivery may contain a million
 * such items.
 */
final class UnreadableValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    UnreadableValue(String reason) {
        super(reason);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
