package dev.tertulia.server.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tertulia.graph.ErrorCatalogue;
import dev.tertulia.server.cli.terminal.JsonPrinter;
import dev.tertulia.server.cli.terminal.Printer;

/** Explains an error code of WhatsApp: its meaning, what to do, and what Tertulia does. */
@Command(name = "errors", mixinStandardHelpOptions = true, description = "Explains an error code of WhatsApp, or lists all documented codes.", footer = {
        "tertulia errors 131047", "tertulia errors --json"})
final class ErrorsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "The code, such as 131047.")
    private @Nullable Integer code;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Printer out = new Printer(spec.commandLine().getOut());
        if (code == null) {
            if (json) {
                print(ErrorCatalogue.all().stream().map(Explained::of).toList());
            } else {
                ErrorCatalogue.all().forEach(entry -> out.printf("%-7s  %s%n", entry.codes(), entry.title()));
            }
            return CommandLine.ExitCode.OK;
        }
        Optional<ErrorCatalogue.Entry> found = ErrorCatalogue.find(code);
        if (found.isEmpty()) {
            spec.commandLine().getErr()
                    .println("No documented error has the code %d; list them all with: errors".formatted(code));
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (json) {
            print(Explained.of(found.get()));
        } else {
            explain(found.get(), out);
        }
        return CommandLine.ExitCode.OK;
    }

    private void print(Object value) {
        JsonPrinter.print(spec.commandLine().getOut(), value);
    }

    /** An entry of the catalogue in the JSON of this command. */
    private record Explained(String codes, String title, String meaning, String advice, String disposition,
            String consequence) {
        static Explained of(ErrorCatalogue.Entry entry) {
            return new Explained(entry.codes(), entry.title(), entry.meaning(), entry.advice(),
                    entry.disposition().name(), entry.disposition().consequence());
        }
    }

    private static void explain(ErrorCatalogue.Entry entry, Printer out) {
        out.printf("%s %s%n", entry.codes(), entry.title());
        out.printf("  What it means:      %s%n", entry.meaning());
        out.printf("  What to do:         %s%n", entry.advice());
        out.printf("  What Tertulia does: %s%n", entry.disposition().consequence());
    }
}
