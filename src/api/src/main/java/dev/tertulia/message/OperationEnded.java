package dev.tertulia.message;

/**
 * The end of an operation that was requested in this conversation: reported by WhatsApp, refused at once, or expired
 * without a report. It comes once, and once more if the operation failed and an operator repeats it.
 */
public record OperationEnded(Origin origin, Operation operation) implements Event {}
