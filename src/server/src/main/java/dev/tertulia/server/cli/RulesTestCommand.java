package dev.tertulia.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import dev.tertulia.moderation.backtest.RuleTests;
import dev.tertulia.moderation.backtest.RuleTests.Outcome;
import dev.tertulia.moderation.rules.CaseFile;
import dev.tertulia.moderation.rules.RuleCase;
import dev.tertulia.moderation.rules.RuleFileException;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.server.cli.terminal.JsonPrinter;
import dev.tertulia.server.cli.terminal.Printer;

/** Tests rules by cases: texts, who wrote them, and the rules that have to hit. */
@Command(name = "test", mixinStandardHelpOptions = true, description = "Tests rules by cases: texts, who wrote them, and the rules that have to hit.", footer = "tertulia rules test config/moderation.yml --cases cases.yml")
final class RulesTestCommand implements Callable<Integer> {

    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The rule file; the configured one, or else config/moderation.yml, unless given.")
    private @Nullable Path named;

    @Mixin
    private ClassifyOption classify;

    @Option(names = "--cases", required = true, paramLabel = "FILE", description = "The file of cases, such as cases.yaml.")
    private Path cases;

    /** The result in JSON. */
    private record Tested(int cases, long failed, List<Item> results) {}

    /** The result of a case in JSON. */
    private record Item(int line, String name, boolean passed, Set<String> expected, Set<String> hit) {

        static Item of(Outcome outcome) {
            return new Item(outcome.test().line(), outcome.test().name(), outcome.passed(),
                    new TreeSet<>(outcome.test().expect()), new TreeSet<>(outcome.hit()));
        }
    }

    @Override
    public Integer call() {
        RuleSet read = RulesCommand.read(rules.file(named));
        List<Outcome> outcomes = run(read);
        List<Outcome> failed = outcomes.stream().filter(outcome -> !outcome.passed()).toList();
        if (rules.json()) {
            JsonPrinter.print(spec.commandLine().getOut(),
                    new Tested(outcomes.size(), failed.size(), outcomes.stream().map(Item::of).toList()));
        } else {
            Printer out = new Printer(spec.commandLine().getOut());
            failed.forEach(outcome -> out.printf("%s: line %d: '%s': %s%n", cases, outcome.test().line(),
                    outcome.test().name(), outcome.difference()));
            out.printf("%d cases, %d failed%n", outcomes.size(), failed.size());
        }
        return failed.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private List<Outcome> run(RuleSet read) {
        List<RuleCase> all = cases();
        try (AskedClassifiers classifier = classify.open(rules.properties(), Stream.of(read))) {
            return RuleTests.run(read, all, classifier);
        }
    }

    private List<RuleCase> cases() {
        try {
            return CaseFile.read(cases);
        } catch (RuleFileException e) {
            throw WrongFile.of(cases, e);
        }
    }
}
