package dev.tertulia.outbox;

/** Says that an entry's outcome is about to be written, so a status of it cannot be used yet. */
public final class NotSettledYet extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotSettledYet(String sendId) {
        super("the answer to " + sendId + " is still being sent", null, false, false);
    }
}
