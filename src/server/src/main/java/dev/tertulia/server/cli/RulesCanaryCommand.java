package dev.tertulia.server.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import dev.tertulia.moderation.canary.CanaryReport;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.terminal.JsonPrinter;
import dev.tertulia.server.cli.terminal.Printer;

/** Compares a version of the rules that is in force in a share of the groups with the version before it. */
@Command(name = "canary", mixinStandardHelpOptions = true, description = "Compares a version of the rules that is in force in a share of the groups with the version before it: what each rule hit, of what was judged.", footer = "tertulia rules canary")
final class RulesCanaryCommand implements Callable<Integer> {

    private final Supplier<StoreAccess> store;

    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Option(names = "--number", paramLabel = "ID", description = "Only this phone number id.")
    private @Nullable String number;

    RulesCanaryCommand(Supplier<StoreAccess> store) {
        this.store = store;
    }

    @Override
    public Integer call() {
        Map<String, CanaryReport> reports = new LinkedHashMap<>();
        try (StoreAccess open = store.get()) {
            open.operators(number).forEach(operator -> CanaryReport.latest(operator.fleet().logs())
                    .ifPresent(report -> reports.put(operator.number(), report)));
        }
        if (rules.json()) {
            JsonPrinter.print(spec.commandLine().getOut(), reports.entrySet().stream()
                    .map(entry -> CanaryJson.of(entry.getKey(), entry.getValue())).toList());
            return CommandLine.ExitCode.OK;
        }
        Printer out = new Printer(spec.commandLine().getOut());
        reports.forEach((id, report) -> new CanaryText(out).print(id, report));
        if (reports.isEmpty()) {
            out.println("No version was in force in a share of the groups, or nothing was judged there in the last 90"
                    + " days. A rule file with a line such as 'canary: 10%' is one.");
        }
        return CommandLine.ExitCode.OK;
    }
}
