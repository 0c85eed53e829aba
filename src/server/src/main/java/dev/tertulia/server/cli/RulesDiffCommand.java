package dev.tertulia.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import dev.tertulia.moderation.backtest.RuleDiff;
import dev.tertulia.moderation.backtest.RuleDiff.Change;
import dev.tertulia.server.cli.terminal.JsonPrinter;
import dev.tertulia.server.cli.terminal.Printer;

/** Shows what differs between two rule files. */
@Command(name = "diff", mixinStandardHelpOptions = true, description = "Shows what differs between two rule files.", footer = "tertulia rules diff old.yml config/moderation.yml")
final class RulesDiffCommand implements Callable<Integer> {

    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "The rule file before.")
    private Path before;

    @Parameters(index = "1", paramLabel = "B", description = "The rule file after.")
    private Path after;

    @Override
    public Integer call() {
        List<Change> changes = RuleDiff.between(RulesCommand.read(before), RulesCommand.read(after));
        if (rules.json()) {
            JsonPrinter.print(spec.commandLine().getOut(), changes);
            return CommandLine.ExitCode.OK;
        }
        changes.forEach(this::print);
        if (changes.isEmpty()) {
            out().println("The rules are the same.");
        }
        return CommandLine.ExitCode.OK;
    }

    private void print(Change change) {
        if (change.before() == null) {
            out().printf("+ %s%n    %s%n", change.what(), String.valueOf(change.after()));
        } else if (change.after() == null) {
            out().printf("- %s%n    %s%n", change.what(), change.before());
        } else {
            out().printf("~ %s: %s%n    - %s%n    + %s%n", change.what(), change.part(), change.before(),
                    change.after());
        }
    }

    private Printer out() {
        return new Printer(spec.commandLine().getOut());
    }
}
