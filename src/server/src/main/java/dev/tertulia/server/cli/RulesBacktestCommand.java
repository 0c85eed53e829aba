package dev.tertulia.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import dev.tertulia.Operator;
import dev.tertulia.moderation.backtest.BackTest;
import dev.tertulia.moderation.backtest.BackTestReport;
import dev.tertulia.moderation.backtest.History;
import dev.tertulia.moderation.backtest.HistoryFile;
import dev.tertulia.moderation.backtest.LogHistory;
import dev.tertulia.moderation.rules.Durations;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.terminal.JsonPrinter;
import dev.tertulia.server.cli.terminal.Printer;
import dev.tertulia.server.settings.NumberIds;

/** Tries rules on messages of the past: how often each would have hit, and what it would have done. */
@Command(name = "backtest", mixinStandardHelpOptions = true, description = "Tries rules on messages of the past: how often each would have hit, and what it would have done.", footer = {
        "tertulia rules backtest config/moderation.yml --since 30d",
        "tertulia rules backtest new.yml --history messages.jsonl --against config/moderation.yml"})
final class RulesBacktestCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofDays(3650);

    private final Supplier<StoreAccess> store;
    private final InstantSource clock;

    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The rule file.")
    private Path file;

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Mixin
    private ClassifyOption classify;

    @Option(names = "--against", paramLabel = "FILE", description = "Another version of the rules to compare with.")
    private @Nullable Path against;

    @Option(names = "--number", paramLabel = "ID", description = "With --since: the phone number id, if there are several.")
    private @Nullable String number;

    RulesBacktestCommand(Supplier<StoreAccess> store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Where the messages come from: one of these. */
    private static final class Source {

        @Option(names = "--history", required = true, paramLabel = "FILE", description = "A file of JSON Lines with the keys at, group, labels, member, name, phone, joined, type, text, forwarded.")
        private @Nullable Path history;

        @Option(names = "--since", required = true, paramLabel = "TIME", description = "The messages that the server has kept, from this time before now, such as 30d. The rule file says how long they are kept.")
        private @Nullable String since;
    }

    @Override
    public Integer call() {
        RuleSet read = RulesCommand.read(file);
        RuleSet other = against == null ? null : RulesCommand.read(against);
        BackTestReport report = source.history == null ? onLog(read, other) : onFile(source.history, read, other);
        PrintWriter out = spec.commandLine().getOut();
        if (rules.json()) {
            JsonPrinter.print(out, BackTestJson.of(report));
        } else {
            new BackTestText(new Printer(out)).print(report);
        }
        tellBadLines(report);
        return report.messages() == 0 && report.bad().count() > 0
                ? CommandLine.ExitCode.SOFTWARE
                : CommandLine.ExitCode.OK;
    }

    private void tellBadLines(BackTestReport report) {
        Printer err = new Printer(spec.commandLine().getErr());
        Object where = source.history == null ? LogHistory.NAME : source.history;
        report.bad().first().forEach(line -> err.printf("%s: line %d is skipped: %s%n", where, line.line(),
                line.message()));
        if (report.bad().count() > report.bad().first().size()) {
            err.printf("%s: %d more lines are skipped%n", where, report.bad().count() - report.bad().first().size());
        }
    }

    private BackTestReport onFile(Path history, RuleSet read, @Nullable RuleSet other) {
        if (!Files.isReadable(history) || Files.isDirectory(history)) {
            throw WrongFile.missing(history);
        }
        try {
            return run(read, other, new HistoryFile(history));
        } catch (IOException e) {
            throw WrongFile.unreadable(history, e);
        }
    }

    private BackTestReport onLog(RuleSet read, @Nullable RuleSet other) {
        Duration time = Durations.parse(String.valueOf(source.since)).orElseThrow(() -> new ParameterException(
                spec.commandLine(), "'" + source.since + "' is no time; write one such as 24h or 30d"));
        try (StoreAccess open = store.get()) {
            List<Operator> operators = open.operators(number);
            if (operators.size() > 1) {
                throw new ParameterException(spec.commandLine(),
                        "several numbers keep messages; choose one with --number: "
                                + NumberIds.listed(operators.stream().map(Operator::number).toList()));
            }
            return run(read, other, new LogHistory(operators.getFirst().fleet().logs().log(LogHistory.NAME, LONGEST),
                    clock.instant().minus(time)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private BackTestReport run(RuleSet read, @Nullable RuleSet other, History history) throws IOException {
        try (AskedClassifiers classifier = classify.open(rules.properties(),
                Stream.of(read, other == null ? read : other));
                ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr())) {
            return BackTest.run(new BackTest.Tried(read, other, classifier), history, bar);
        }
    }
}
