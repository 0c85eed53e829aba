package dev.tertulia.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import dev.tertulia.moderation.backtest.BackTest;
import dev.tertulia.moderation.backtest.BackTestReport;
import dev.tertulia.moderation.backtest.History;
import dev.tertulia.moderation.backtest.HistoryFile;
import dev.tertulia.moderation.rules.RuleSet;

/** Tries rules on messages of the past: how often each would have hit, and what it would have done. */
@Command(name = "backtest", mixinStandardHelpOptions = true, description = "Tries rules on messages of the past: how often each would have hit, and what it would have done.")
final class RulesBacktestCommand implements Callable<Integer> {

    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The rule file.")
    private Path file;

    @Option(names = "--history", required = true, paramLabel = "FILE", description = "The messages: a file of JSON Lines with the keys at, group, labels, member, name, phone, joined, type, text, forwarded.")
    private Path history;

    @Option(names = "--against", paramLabel = "FILE", description = "Another version of the rules to compare with.")
    private @Nullable Path against;

    @Override
    public Integer call() {
        RuleSet read = RulesCommand.read(file);
        RuleSet other = against == null ? null : RulesCommand.read(against);
        BackTestReport report = run(read, other);
        PrintWriter out = spec.commandLine().getOut();
        if (rules.json()) {
            JsonPrinter.print(out, BackTestJson.of(report));
        } else {
            new BackTestText(new Printer(out)).print(report);
        }
        Printer err = new Printer(spec.commandLine().getErr());
        report.bad().first().forEach(line -> err.printf("%s: line %d is skipped: %s%n", history, line.line(),
                line.message()));
        if (report.bad().count() > report.bad().first().size()) {
            err.printf("%s: %d more lines are skipped%n", history, report.bad().count() - report.bad().first().size());
        }
        return report.messages() == 0 && report.bad().count() > 0
                ? CommandLine.ExitCode.SOFTWARE
                : CommandLine.ExitCode.OK;
    }

    private BackTestReport run(RuleSet read, @Nullable RuleSet other) {
        if (!Files.isReadable(history) || Files.isDirectory(history)) {
            throw WrongFile.missing(history);
        }
        try (ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
            return BackTest.run(read, other, new HistoryFile(history), bar);
        } catch (IOException e) {
            throw WrongFile.unreadable(history, e);
        }
    }
}
