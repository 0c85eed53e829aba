package dev.tertulia.server;

import java.io.PrintWriter;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: without any word the server starts, with one a question is answered. */
@Command(name = "tertulia", mixinStandardHelpOptions = true, version = "Tertulia", subcommands = ErrorsCommand.class, description = "Without a command: starts the server, or the demo if there is no access token.")
final class Commands {

    private Commands() {}

    /** The commands with their error messages: one sentence each, no usage, no stack trace. */
    static CommandLine line() {
        return new CommandLine(new Commands()).setParameterExceptionHandler((e, args) -> {
            PrintWriter err = e.getCommandLine().getErr();
            err.println(e.getMessage());
            err.println("Try --help.");
            return CommandLine.ExitCode.USAGE;
        });
    }
}
