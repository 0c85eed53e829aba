package dev.tertulia.server.cli.terminal;

import java.io.PrintWriter;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.ControlCharacters;

/** Printer of a command's output, which escapes control characters. */
public record Printer(PrintWriter to) {

    /** Prints a line. */
    public void println(@Nullable Object line) {
        to.println(ControlCharacters.escape(line));
    }

    /** Prints a text of several lines. */
    public void printLines(@Nullable Object lines) {
        to.println(ControlCharacters.escapeLines(lines));
    }

    /** Prints formatted values. The format is trusted; the values are escaped. */
    public void printf(String format, Object... values) {
        to.printf(format, Stream.of(values)
                .map(value -> value instanceof Number ? value : ControlCharacters.escape(value)).toArray());
    }
}
