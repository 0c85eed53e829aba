package dev.tertulia.server.cli.emulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.tertulia.server.cli.terminal.Output;

/** Makes events happen in a running emulator or demo: what people do, what Meta does, and faults. */
@Command(name = "trigger", mixinStandardHelpOptions = true, description = "Makes events happen in a running emulator or demo: what people do, what WhatsApp does, and faults.", footer = {
        "tertulia trigger join --group tea --member Ana", "tertulia trigger say --group tea --member Ana \"/ping\"",
        "tertulia trigger fault RATE_LIMIT --times 3", "tertulia trigger --file events.txt"})
public final class TriggerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Output output;

    @Option(names = "--file", paramLabel = "FILE", description = "A file of events: the words of one command a line, or a list in YAML or JSON with the keys event, group, member, and so on. It ends at the first that fails.")
    private @Nullable Path file;

    @Option(names = EmulatorOption.NAME, paramLabel = "URL", description = EmulatorOption.DESCRIPTION)
    private @Nullable URI emulator;

    private TriggerCommand() {}

    /** The command with a subcommand for each event. */
    public static CommandLine line(Map<String, Object> properties) {
        Supplier<URI> usual = () -> EmulatorOption.configured(properties);
        CommandLine line = new CommandLine(new TriggerCommand());
        events().forEach(event -> line.addSubcommand(event.name(), EventCommand.line(event, usual)));
        return line;
    }

    /** All events. */
    static Stream<Event> events() {
        return Stream.concat(PeopleEvents.all().stream(), MetaEvents.all().stream());
    }

    @Override
    public Integer call() {
        if (file == null) {
            throw output.wrongUsage("Write which event, such as: trigger join --group tea --member Ana; or --file.");
        }
        List<String> common = new ArrayList<>();
        if (output.json()) {
            common.add("--json");
        }
        if (emulator != null) {
            common.addAll(List.of(EmulatorOption.NAME, emulator.toString()));
        }
        Path read = file;
        for (EventFile.Entry entry : EventFile.read(read)) {
            List<String> words = new ArrayList<>(entry.words());
            words.addAll(1, common);
            int exit = spec.commandLine().execute(words.toArray(String[]::new));
            if (exit != CommandLine.ExitCode.OK) {
                output.err().println(read + ", " + entry.place() + ": stopped here");
                return exit;
            }
        }
        return CommandLine.ExitCode.OK;
    }
}
