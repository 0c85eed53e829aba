package dev.tertulia.devmode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

import org.jspecify.annotations.Nullable;

/**
 * An error of the compiler.
 *
 * @param file    the source file, below the project's folder of sources; empty if it is in none
 * @param line    counted from 1; -1 if unknown
 * @param column  counted from 1; -1 if unknown
 * @param message the error, as the compiler says it
 * @param code    the line of the source
 */
record Problem(String file, long line, long column, String message, String code) {

    static Problem of(Diagnostic<? extends JavaFileObject> error, Path sources) {
        JavaFileObject source = error.getSource();
        return new Problem(source == null ? "" : sources.relativize(Path.of(source.toUri())).toString(),
                error.getLineNumber(), error.getColumnNumber(), error.getMessage(Locale.ENGLISH),
                code(source, error.getLineNumber()));
    }

    /** A failure of the compiler itself, or of an annotation processor. */
    static Problem of(Exception failure) {
        return new Problem("", -1, -1, "the compiler failed: " + failure, "");
    }

    private static String code(@Nullable JavaFileObject source, long line) {
        try {
            return source == null || line < 1
                    ? ""
                    : source.getCharContent(true).toString().lines().skip(line - 1).findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return file.isEmpty() ? message : "%s:%d:%d: %s".formatted(file, line, column, message);
    }
}
