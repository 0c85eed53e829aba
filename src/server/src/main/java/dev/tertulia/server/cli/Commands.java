package dev.tertulia.server.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

import dev.tertulia.deadletter.DeadLetterId;
import dev.tertulia.journal.FailureText;
import dev.tertulia.server.settings.BadSettings;
import dev.tertulia.store.StoreUnavailable;

/** The command line. Without arguments the server starts; with a command only the command runs. */
@Command(name = "tertulia", mixinStandardHelpOptions = true, version = "Tertulia", description = "Without a command: starts the server, or the demo if there is no access token.")
public final class Commands {

    /** The exit code of a command that cannot reach the store. */
    private static final int UNREACHABLE = 3;

    private Commands() {}

    /** The command line. Each error is one sentence, without usage text or stack trace. */
    public static CommandLine line() {
        return line(Map.of(), InstantSource.system());
    }

    /** The command line with another clock, and with settings that take precedence over all others. */
    public static CommandLine line(Map<String, Object> properties, InstantSource clock) {
        return line(properties, clock, List::of);
    }

    /**
     * The command line of an installation with bots.
     *
     * @param bots finds the classes of the bots that run
     */
    public static CommandLine line(Map<String, Object> properties, InstantSource clock,
            Supplier<List<Class<?>>> bots) {
        Supplier<StoreAccess> store = () -> StoreAccess.open(properties, clock);
        return new CommandLine(new Commands()).addSubcommand(new ErrorsCommand())
                .addSubcommand(new DeadLettersCommand(store)).addSubcommand(new CostsCommand(store))
                .addSubcommand(RulesCommand.line(properties, store, clock))
                .addSubcommand(new DoctorCommand(properties, clock, bots))
                .addSubcommand(new CasesCommand(() -> new CaseTrails(store.get(), properties)))
                .registerConverter(DeadLetterId.class, Commands::letterId)
                .setParameterExceptionHandler((e, args) -> {
                    Printer err = new Printer(e.getCommandLine().getErr());
                    err.println(e.getMessage());
                    err.println("Try --help.");
                    return CommandLine.ExitCode.USAGE;
                }).setExecutionExceptionHandler((e, command, args) -> {
                    boolean explains = e instanceof BadSettings || e instanceof StoreUnavailable
                            || e instanceof WrongFile;
                    new Printer(command.getErr()).printLines(explains ? e.getMessage() : FailureText.of(e));
                    return e instanceof StoreUnavailable ? UNREACHABLE : CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static DeadLetterId letterId(String text) {
        try {
            return DeadLetterId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
