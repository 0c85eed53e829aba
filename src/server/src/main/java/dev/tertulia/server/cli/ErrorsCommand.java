package dev.tertulia.server.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tertulia.graph.ErrorCatalogue;

/** Says what an error code of WhatsApp's means, what to do, and what Tertulia does about it. */
@Command(name = "errors", mixinStandardHelpOptions = true, description = "Explains an error code of WhatsApp's, or lists all that are documented.")
final class ErrorsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "Such as 131047.")
    private @Nullable Integer code;

    @Override
    public Integer call() {
        Printer out = new Printer(spec.commandLine().getOut());
        if (code == null) {
            ErrorCatalogue.all().forEach(entry -> out.printf("%-7s  %s%n", entry.codes(), entry.title()));
            return CommandLine.ExitCode.OK;
        }
        Optional<ErrorCatalogue.Entry> found = ErrorCatalogue.find(code);
        if (found.isEmpty()) {
            spec.commandLine().getErr()
                    .println("No documented error has the code %d; list them all with: errors".formatted(code));
            return CommandLine.ExitCode.SOFTWARE;
        }
        explain(found.get(), out);
        return CommandLine.ExitCode.OK;
    }

    private static void explain(ErrorCatalogue.Entry entry, Printer out) {
        out.printf("%s %s%n", entry.codes(), entry.title());
        out.printf("  What it means:      %s%n", entry.meaning());
        out.printf("  What to do:         %s%n", entry.advice());
        out.printf("  What happens here:  %s%n", entry.disposition().consequence());
    }
}
