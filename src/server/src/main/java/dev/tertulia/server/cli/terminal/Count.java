package dev.tertulia.server.cli.terminal;

/** The text of a number of things. */
public final class Count {

    private Count() {}

    /** A number with its noun, such as {@code 1 event} or {@code 2 events}. */
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
