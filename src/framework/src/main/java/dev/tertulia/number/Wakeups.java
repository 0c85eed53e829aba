package dev.tertulia.number;

/**
 * Where it is made known that a line has more to do.
 *
 * @param mail  called when there may be an event to handle
 * @param sends called when there may be something to send
 */
public record Wakeups(Runnable mail, Runnable sends) {

    /** For a process that runs no line: the others find what was stored. */
    public static final Wakeups NONE = new Wakeups(() -> {}, () -> {});

    /** Makes known that there may be more of both. */
    public void all() {
        mail.run();
        sends.run();
    }
}
