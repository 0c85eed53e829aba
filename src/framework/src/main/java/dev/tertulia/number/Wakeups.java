package dev.tertulia.number;

/**
 * Signals that a line has more work.
 *
 * @param mail called when there may be an event to handle
 * @param sends called when there may be something to send
 */
public record Wakeups(Runnable mail, Runnable sends) {

    /** No signals, for a process that runs no line; other processes find the stored work. */
    public static final Wakeups NONE = new Wakeups(() -> {}, () -> {});

    /** Signals that there may be more events and more messages to send. */
    public void all() {
        mail.run();
        sends.run();
    }
}
