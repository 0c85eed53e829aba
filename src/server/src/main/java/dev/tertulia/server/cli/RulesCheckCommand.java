package dev.tertulia.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import dev.tertulia.moderation.rules.Mode;
import dev.tertulia.moderation.rules.Problem;
import dev.tertulia.moderation.rules.Rule;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleFileException;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.terminal.JsonPrinter;
import dev.tertulia.server.cli.terminal.Printer;

/** Checks a rule file: says what is wrong in it, where, and what to write. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Checks a rule file and says everything that is wrong in it.", footer = {
        "tertulia rules check", "tertulia rules check config/moderation.yml --json"})
final class RulesCheckCommand implements Callable<Integer> {

    private final Supplier<StoreAccess> store;

    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The rule file; the configured one, or else config/moderation.yml, unless given.")
    private @Nullable Path named;

    RulesCheckCommand(Supplier<StoreAccess> store) {
        this.store = store;
    }

    /**
     * The result in JSON.
     *
     * @param version          {@code null} if the file is wrong
     * @param labelsNotChecked why labels could not be compared with those of the groups; {@code null} if they were
     */
    private record Checked(String file, @Nullable String version, List<Problem> problems, List<Problem> warnings,
            @Nullable String labelsNotChecked) {}

    @Override
    public Integer call() {
        Path file = rules.file(named);
        if (rules.json()) {
            return printJson(file);
        }
        RuleSet read = RulesCommand.read(file);
        Printer out = new Printer(spec.commandLine().getOut());
        GroupLabels labels = GroupLabels.of(read, store);
        Stream.concat(read.warnings().stream(), labels.unknown().stream())
                .forEach(warning -> out.println(file + ": " + warning + " (warning)"));
        if (labels.notChecked() != null) {
            out.printLines(file + ": its labels are not compared with those of the groups. " + labels.notChecked());
        }
        out.printf("%s: %d policies, %d rules (%d enforced, %d in shadow, %d drafts), version %s%n", file,
                read.policies().size(), count(read, null), count(read, Mode.ENFORCE), count(read, Mode.SHADOW),
                count(read, Mode.DRAFT), read.id());
        return CommandLine.ExitCode.OK;
    }

    private static long count(RuleSet rules, @Nullable Mode mode) {
        return rules.policies().stream().flatMap(policy -> policy.rules().stream()).map(Rule::mode)
                .filter(one -> mode == null || one == mode).count();
    }

    private int printJson(Path file) {
        Checked checked;
        try {
            RuleSet read = RuleFile.read(file);
            GroupLabels labels = GroupLabels.of(read, store);
            checked = new Checked(file.toString(), read.id(), List.of(),
                    Stream.concat(read.warnings().stream(), labels.unknown().stream()).toList(), labels.notChecked());
        } catch (RuleFileException e) {
            checked = new Checked(file.toString(), null, e.problems(), List.of(), null);
        }
        JsonPrinter.print(spec.commandLine().getOut(), checked);
        return checked.problems().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
