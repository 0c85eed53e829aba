package dev.tertulia.number;

/**
 * Signals that a line has more work.
 *
 * @param mail given when there may be an event to handle
 * @param sends given when there may be something to send
 */
public record Wakeups(Wakeup mail, Wakeup sends) {

    /** No signals, for a process that runs no line; other processes find the stored work. */
    public static final Wakeups NONE = new Wakeups(() -> {}, () -> {});
}
