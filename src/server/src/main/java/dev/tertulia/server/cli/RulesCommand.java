package dev.tertulia.server.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleFileException;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.settings.ConfiguredContext;

/** Checks, tests and compares rules of moderation. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Checks, tests and compares rules of moderation, before they act.", footer = {
        "tertulia rules check config/moderation.yml", "tertulia rules backtest config/moderation.yml --since 30d"})
final class RulesCommand implements Callable<Integer> {

    private static final String SETTING = "tertulia.moderation";
    private static final String USUAL = "config/moderation.yml";

    private final Map<String, Object> properties;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Prints JSON.")
    private boolean json;

    private RulesCommand(Map<String, Object> properties) {
        this.properties = properties;
    }

    /** The command with its subcommands. */
    static CommandLine line(Map<String, Object> properties, Supplier<StoreAccess> store, InstantSource clock) {
        return new CommandLine(new RulesCommand(properties)).addSubcommand(new RulesCheckCommand(store))
                .addSubcommand(new RulesTestCommand()).addSubcommand(new RulesBacktestCommand(store, clock))
                .addSubcommand(new RulesDiffCommand()).addSubcommand(new RulesCanaryCommand(store))
                .addSubcommand(new RulesExplainCommand(clock));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(),
                "Write what to do: rules check, test, backtest, diff, explain or canary.");
    }

    /** The settings that take precedence over all others. */
    Map<String, Object> properties() {
        return properties;
    }

    boolean json() {
        return json;
    }

    /** The rule file that is named, or else the one of the configuration. */
    Path file(@Nullable Path named) {
        return named == null ? configured(properties) : named;
    }

    /** The rule file of the configuration. */
    static Path configured(Map<String, Object> properties) {
        try (ApplicationContext context = ConfiguredContext.of(properties)) {
            return Path.of(ConfiguredContext.setting(context.getEnvironment(), SETTING).orElse(USUAL));
        }
    }

    /** Whether a setting names the rule file. */
    static boolean isConfigured(Map<String, Object> properties) {
        try (ApplicationContext context = ConfiguredContext.of(properties)) {
            return ConfiguredContext.setting(context.getEnvironment(), SETTING).isPresent();
        }
    }

    /** The rules of a file. */
    static RuleSet read(Path file) {
        try {
            return RuleFile.read(file);
        } catch (RuleFileException e) {
            throw WrongFile.of(file, e);
        }
    }
}
