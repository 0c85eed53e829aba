package dev.tertulia.server.cli;

import java.io.PrintWriter;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.ControlCharacters;

/** Prints what a command has to say. Whatever people or WhatsApp wrote is nothing but text there. */
record Printer(PrintWriter to) {

    /** Prints a line. */
    void println(@Nullable Object line) {
        to.println(ControlCharacters.escape(line));
    }

    /** Prints a text of several lines. */
    void printLines(@Nullable Object lines) {
        to.println(ControlCharacters.escapeLines(lines));
    }

    /** Prints values as a format says. The format is ours, the values may be anybody's. */
    void printf(String format, Object... values) {
        to.printf(format, Stream.of(values)
                .map(value -> value instanceof Number ? value : ControlCharacters.escape(value)).toArray());
    }
}
