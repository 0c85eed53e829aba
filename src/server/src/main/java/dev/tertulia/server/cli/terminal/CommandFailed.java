package dev.tertulia.server.cli.terminal;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Thrown by a command that cannot be carried out. The message says why and what to do; it is all that is printed. */
public class CommandFailed extends RuntimeException {

    /** The exit code of a command that does not reach WhatsApp, the emulator, the server or the store. */
    public static final int UNREACHABLE = 3;

    private static final long serialVersionUID = 1;

    private final int exitCode;

    /** A failure because of what the command found. */
    public CommandFailed(String message) {
        this(CommandLine.ExitCode.SOFTWARE, message, null);
    }

    protected CommandFailed(int exitCode, String message, @Nullable Exception cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** A failure because nothing answers. */
    public static CommandFailed unreachable(String message, @Nullable Exception cause) {
        return new CommandFailed(UNREACHABLE, message, cause);
    }

    /** The exit code of the command. */
    public int exitCode() {
        return exitCode;
    }
}
