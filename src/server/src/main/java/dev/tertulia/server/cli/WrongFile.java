package dev.tertulia.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

import dev.tertulia.moderation.rules.RuleFileException;
import dev.tertulia.server.cli.terminal.CommandFailed;

/** Thrown for a file that a command cannot use. The message says what is wrong in it and what to write. */
final class WrongFile extends CommandFailed {

    private static final long serialVersionUID = 1;

    private WrongFile(String message, @Nullable Exception cause) {
        super(CommandLine.ExitCode.SOFTWARE, message, cause);
    }

    /** A rule file, or a file of cases, with everything that is wrong in it. */
    static WrongFile of(Path file, RuleFileException e) {
        return new WrongFile(e.problems().stream().map(problem -> file + ": " + problem)
                .collect(Collectors.joining("\n")), e);
    }

    /** A file that does not exist, or that this process may not read. */
    static WrongFile missing(Path file) {
        return new WrongFile("There is no file %s that can be read.".formatted(file), null);
    }

    /** A file that cannot be read. */
    static WrongFile unreadable(Path file, IOException e) {
        return new WrongFile("The file %s cannot be read: %s".formatted(file, e), e);
    }
}
