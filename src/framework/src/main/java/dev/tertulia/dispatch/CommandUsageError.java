package dev.tertulia.dispatch;

/** A command's word that cannot become what the handler wants; its message is for whoever wrote the command. */
final class CommandUsageError extends RuntimeException {

    private static final long serialVersionUID = 1;

    CommandUsageError(String message) {
        super(message, null, false, false);
    }
}
