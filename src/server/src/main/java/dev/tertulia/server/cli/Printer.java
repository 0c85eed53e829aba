package dev.tertulia.server.cli;

import java.io.PrintWriter;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.ControlCharacters;

/** Printer of a command's output, which escapes control characters. */
record Printer(PrintWriter to) {

    /** Prints a line. */
    void println(@Nullable Object line) {
        to.println(ControlCharacters.escape(line));
    }

    /** Prints a text of several lines. */
    void printLines(@Nullable Object lines) {
        to.println(ControlCharacters.escapeLines(lines));
    }

    /** Prints formatted values. The format is trusted; the values are escaped. */
    void printf(String format, Object... values) {
        to.printf(format, Stream.of(values)
                .map(value -> value instanceof Number ? value : ControlCharacters.escape(value)).toArray());
    }
}
