package dev.tertulia.webhook;

/** Says why an item of a delivery cannot be read. It has no stack trace, since a delivery may hold a million such items. */
final class CannotRead extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    CannotRead(String reason) {
        super(reason);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
