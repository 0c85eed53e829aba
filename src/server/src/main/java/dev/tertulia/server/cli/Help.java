package dev.tertulia.server.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of the commands. All pages have the same form, and end with examples. */
final class Help {

    private static final int WIDTH = 100;
    private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();

    static {
        EXIT_CODES.put(" 0", "Success.");
        EXIT_CODES.put(" 1", "A check found something, or the command could not be carried out.");
        EXIT_CODES.put(" 2", "The command was used wrongly.");
        EXIT_CODES.put(" 3", "WhatsApp, the emulator, the server or the store cannot be reached.");
    }

    private Help() {}

    /** Gives each command and its subcommands the common form, and the first one the exit codes. */
    static CommandLine complete(CommandLine line) {
        line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(EXIT_CODES);
        all(line).forEach(Help::form);
        return line;
    }

    private static void form(CommandLine command) {
        UsageMessageSpec page = command.getCommandSpec().usageMessage();
        page.width(WIDTH);
        page.descriptionHeading("%n").parameterListHeading("%n").optionListHeading("%n")
                .commandListHeading("%nCommands:%n").footerHeading("%nExamples:%n");
        page.footer(Stream.of(page.footer()).map(example -> "  " + example.strip().replace("%", "%%"))
                .toArray(String[]::new));
    }

    /** A command and all commands below it. */
    static Stream<CommandLine> all(CommandLine line) {
        return Stream.concat(Stream.of(line),
                line.getSubcommands().values().stream().distinct().flatMap(Help::all));
    }
}
