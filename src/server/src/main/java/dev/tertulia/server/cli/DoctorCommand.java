package dev.tertulia.server.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tertulia.server.cli.terminal.Count;
import dev.tertulia.server.cli.terminal.JsonPrinter;
import dev.tertulia.server.cli.terminal.Printer;
import dev.tertulia.server.doctor.Doctor;
import dev.tertulia.server.doctor.Finding;
import dev.tertulia.server.doctor.Level;
import dev.tertulia.server.doctor.Report;
import dev.tertulia.server.doctor.Surroundings;
import dev.tertulia.server.settings.BadSettings;
import dev.tertulia.server.settings.ConfiguredContext;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.settings.SettingsReader;

/** Checks an installation: token, app, number, webhook, templates, Redis and files. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Checks the installation, and says what to do about what is wrong. The exit code is 0 if all is well, 1 if something is found, and 3 if something does not answer.", footer = {
        "tertulia doctor", "tertulia doctor token templates",
        "tertulia doctor webhook --webhook https://bots.example.org/webhook"})
final class DoctorCommand implements Callable<Integer> {

    private final Map<String, Object> properties;
    private final InstantSource clock;
    private final Supplier<List<Class<?>>> bots;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "CHECK", description = "The names of the checks to make; all by default.")
    private List<String> only = List.of();

    @Option(names = "--webhook", paramLabel = "URL", description = "The address of the webhook; by default the one that WhatsApp knows.")
    private @Nullable URI webhook;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    DoctorCommand(Map<String, Object> properties, InstantSource clock, Supplier<List<Class<?>>> bots) {
        this.properties = properties;
        this.clock = clock;
        this.bots = bots;
    }

    /** A finding in JSON. */
    private record Printed(String check, @Nullable String number, String level, String cause, @Nullable String next) {}

    /** The result in JSON. */
    private record Result(int exitCode, List<Printed> findings) {}

    @Override
    public Integer call() {
        only.stream().filter(name -> !Doctor.names().contains(name)).findFirst().ifPresent(name -> {
            throw new ParameterException(spec.commandLine(), "'%s' is not a check; the checks are %s.".formatted(name,
                    String.join(", ", Doctor.names())));
        });
        Report report = report();
        if (json) {
            JsonPrinter.print(spec.commandLine().getOut(), new Result(report.exitCode(), report.findings().stream()
                    .map(finding -> new Printed(finding.check(), finding.number(), finding.level().word(),
                            finding.cause(), finding.next()))
                    .toList()));
        } else {
            print(report);
        }
        return report.exitCode();
    }

    private Report report() {
        try (ApplicationContext context = ConfiguredContext.of(properties)) {
            Settings settings = SettingsReader.read(context.getEnvironment());
            return Doctor.examine(settings, new Surroundings(clock, bots, rules(), Optional.ofNullable(webhook)), only);
        } catch (BadSettings wrong) {
            return new Report(List.of(new Finding("settings", null, Level.PROBLEM, String.valueOf(wrong.getMessage()),
                    "correct the settings; nothing else was checked")));
        }
    }

    /** The rule file, which need not exist unless it is configured. */
    private Optional<Path> rules() {
        Path file = RulesCommand.configured(properties);
        return Files.exists(file) || RulesCommand.isConfigured(properties) ? Optional.of(file) : Optional.empty();
    }

    private void print(Report report) {
        Printer out = new Printer(spec.commandLine().getOut());
        boolean many = report.findings().stream().map(Finding::number).distinct().count() > 2;
        for (Finding finding : report.findings()) {
            String about = many && finding.number() != null ? finding.number() + ": " : "";
            out.printf("%-11s  %-16s  ", finding.level().word(), finding.check());
            out.printLines(about + finding.cause());
            if (finding.next() != null) {
                out.printf("%-11s  %-16s  ", "", "");
                out.println("next: " + finding.next());
            }
        }
        out.println(Arrays.stream(Level.values()).filter(level -> report.count(level) > 0)
                .map(level -> counted(level, report.count(level))).collect(Collectors.joining(", ")));
    }

    private static String counted(Level level, long count) {
        return switch (level) {
            case WARNING, PROBLEM -> Count.of(count, level.word());
            case OK, SKIPPED, UNREACHABLE -> count + " " + level.word();
        };
    }
}
