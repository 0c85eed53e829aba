package dev.tertulia.server.cli.terminal;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The output of a command: text for people, or JSON for programs. */
public final class Output {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    /** Whether the result is printed as JSON. */
    public boolean json() {
        return json;
    }

    /** Prints the result as one line of JSON. */
    public void print(Object value) {
        JsonPrinter.print(spec.commandLine().getOut(), value);
    }

    /** The printer of the result. */
    public Printer out() {
        return new Printer(spec.commandLine().getOut());
    }

    /** The printer of everything that is not the result. */
    public Printer err() {
        return new Printer(spec.commandLine().getErr());
    }

    /** Checks the value of {@code --limit}. */
    public void checkLimit(int limit) {
        if (limit < 1) {
            throw wrongUsage("--limit is %d; write a number of at least 1".formatted(limit));
        }
    }

    /** An error in the arguments. The message says what to write. */
    public ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
