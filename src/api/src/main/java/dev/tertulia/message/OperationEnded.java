package dev.tertulia.message;

/**
 * An operation that was asked for in this conversation is over, once, however it ended: by WhatsApp's word, refused at
 * once, or because nothing was heard of it in time. One that failed and that a person lets be repeated ends once more.
 */
public record OperationEnded(Origin origin, Operation operation) implements Event {}
