package dev.tertulia.server.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import dev.tertulia.message.Ids;
import dev.tertulia.moderation.backtest.Explain;
import dev.tertulia.moderation.judge.Evidence;
import dev.tertulia.moderation.judge.Explanation;
import dev.tertulia.moderation.rules.Durations;
import dev.tertulia.moderation.rules.MessageType;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.moderation.rules.RuleCase;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.server.cli.terminal.JsonPrinter;
import dev.tertulia.server.cli.terminal.Printer;

/** Explains which rules hit a text, and which of their conditions hold. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Explains which rules hit a text, and which of their conditions hold.", footer = "tertulia rules explain config/moderation.yml --text \"see example.com\" --member-for 2d")
final class RulesExplainCommand implements Callable<Integer> {

    private final InstantSource clock;

    @ParentCommand
    private RulesCommand rules;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The rule file.")
    private Path file;

    @Mixin
    private ClassifyOption classify;

    @Option(names = "--text", defaultValue = "", paramLabel = "TEXT", description = "The text of a message.")
    private String text;

    @Option(names = "--on", defaultValue = "message", paramLabel = "EVENT", description = "message, join_request, join or report; ${DEFAULT-VALUE} unless given.")
    private String on;

    @Option(names = "--name", defaultValue = "Ana", description = "The name of the person.")
    private String name;

    @Option(names = "--phone", description = "The phone number of the person.")
    private @Nullable String phone;

    @Option(names = "--staff", description = "The person is staff.")
    private boolean staff;

    @Option(names = "--member-for", paramLabel = "TIME", description = "How long the person has been a member, such as 2d; not known unless given.")
    private @Nullable String memberFor;

    @Option(names = "--strikes", defaultValue = "0", paramLabel = "NUMBER", description = "The strikes of the person.")
    private int strikes;

    RulesExplainCommand(InstantSource clock) {
        this.clock = clock;
    }

    /** An explanation in JSON. */
    private record Item(String policy, String rule, String mode, boolean hit, @Nullable String condition,
            @Nullable String evidence) {

        static Item of(Explanation explanation) {
            Optional<Evidence> evidence = explanation.hit() ? explanation.when().evidence() : Optional.empty();
            return new Item(explanation.policy().name(), explanation.rule().name(),
                    explanation.rule().mode().name().toLowerCase(Locale.ROOT), explanation.hit(),
                    evidence.map(Evidence::condition).orElse(null), evidence.map(Evidence::text).orElse(null));
        }
    }

    @Override
    public Integer call() {
        RuleSet read = RulesCommand.read(file);
        List<Explanation> explanations = explain(read);
        if (rules.json()) {
            JsonPrinter.print(spec.commandLine().getOut(), explanations.stream().map(Item::of).toList());
            return CommandLine.ExitCode.OK;
        }
        Printer out = new Printer(spec.commandLine().getOut());
        explanations.forEach(explanation -> Explain.lines(explanation).forEach(out::println));
        if (explanations.isEmpty()) {
            out.println("No rule of the file is on " + on + ".");
        }
        return CommandLine.ExitCode.OK;
    }

    private List<Explanation> explain(RuleSet read) {
        try (AskedClassifiers classifier = classify.open(rules.properties(), Stream.of(read))) {
            return Explain.of(read, event(clock.instant()), classifier);
        }
    }

    private RuleCase event(Instant now) {
        RuleCase.Event event = new RuleCase.Event(kind(), text, MessageType.TEXT, "false",
                new RuleCase.Place(now, "", Set.of()), new RuleCase.Repetition(1, Duration.ofSeconds(1), false, false));
        String digits = phone == null ? null : Ids.digits(phone);
        return new RuleCase(1, text, event, new RuleCase.Who(name, digits, staff, membership(), strikes), Set.of());
    }

    private On kind() {
        try {
            return On.valueOf(on.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(),
                    "'" + on + "' is no kind of event; write message, join_request, join or report");
        }
    }

    private Optional<Duration> membership() {
        if (memberFor == null) {
            return Optional.empty();
        }
        return Optional.of(Durations.parse(memberFor).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "'" + memberFor + "' is no time; write one such as 30m, 2h or 90d")));
    }
}
