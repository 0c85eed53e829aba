package dev.tertulia.server.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

import dev.tertulia.deadletter.DeadLetterId;
import dev.tertulia.journal.FailureText;
import dev.tertulia.server.cli.delivery.ListenCommand;
import dev.tertulia.server.cli.delivery.ReplayCommand;
import dev.tertulia.server.cli.emulator.TriggerCommand;
import dev.tertulia.server.cli.line.LineCommands;
import dev.tertulia.server.cli.project.DevCommand;
import dev.tertulia.server.cli.project.NewCommand;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.terminal.CommandFailed;
import dev.tertulia.server.cli.terminal.Printer;
import dev.tertulia.server.cli.terminal.TimeText;
import dev.tertulia.server.settings.ApplicationVersion;
import dev.tertulia.server.settings.BadSettings;
import dev.tertulia.store.StoreUnavailable;

/** The command line. Without arguments the server starts; with a command only the command runs. */
@Command(name = "tertulia", mixinStandardHelpOptions = true, versionProvider = Commands.Version.class, description = "Without a command: starts the server, or the demo if there is no access token.", footer = {
        "tertulia", "tertulia new my-bots", "tertulia doctor", "tertulia trigger --help"})
public final class Commands {

    /** The version of the application. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[]{"Tertulia " + ApplicationVersion.text()};
        }
    }

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
        CommandLine line = new CommandLine(new Commands());
        line.addSubcommand(new NewCommand()).addSubcommand(new DevCommand());
        LineCommands.addTo(line, properties, store);
        onStore(line, properties, store);
        line.addSubcommand(RulesCommand.line(properties, store, clock))
                .addSubcommand(TriggerCommand.line(properties))
                .addSubcommand(new ReplayCommand(properties, store, clock))
                .addSubcommand(new ListenCommand(properties))
                .addSubcommand(new DoctorCommand(properties, clock, bots)).addSubcommand(new ErrorsCommand())
                .addSubcommand(new CompletionCommand());
        return Help.complete(line).registerConverter(DeadLetterId.class, Commands::letterId)
                .registerConverter(Duration.class, Commands::duration).registerConverter(URI.class, Commands::address)
                .setParameterExceptionHandler(Commands::wrongUsage).setExecutionExceptionHandler(Commands::failed);
    }

    private static void onStore(CommandLine line, Map<String, Object> properties, Supplier<StoreAccess> store) {
        line.addSubcommand(new DeadLettersCommand(store)).addSubcommand(new CostsCommand(store))
                .addSubcommand(new CasesCommand(() -> new CaseTrails(store.get(), properties)));
    }

    private static Duration duration(String text) {
        return TimeText.parse(text).orElseThrow(() -> new TypeConversionException(
                "'" + text + "' is not a length of time; write one such as 90s, 15m, 24h or 7d"));
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null && Set.of("http", "https").contains(String.valueOf(address.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException noAddress) {
            // is refused like an address of another kind
        }
        throw new TypeConversionException(
                "'" + text + "' is not an address; write one such as http://localhost:8080");
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        Printer err = new Printer(e.getCommandLine().getErr());
        err.println(e.getMessage());
        err.println("Try --help.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        boolean explains = e instanceof BadSettings || e instanceof StoreUnavailable || e instanceof CommandFailed;
        new Printer(command.getErr()).printLines(explains ? e.getMessage() : FailureText.of(e));
        return switch (e) {
            case StoreUnavailable _ -> CommandFailed.UNREACHABLE;
            case CommandFailed failed -> failed.exitCode();
            default -> CommandLine.ExitCode.SOFTWARE;
        };
    }

    private static DeadLetterId letterId(String text) {
        try {
            return DeadLetterId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
