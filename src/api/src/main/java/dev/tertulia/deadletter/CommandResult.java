package dev.tertulia.deadletter;

/**
 * The result of an operator's command.
 *
 * @param done  whether it was carried out
 * @param words what that means, or why it was not
 */
public record CommandResult(boolean done, String words) {}
