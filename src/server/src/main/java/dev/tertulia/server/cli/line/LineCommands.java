package dev.tertulia.server.cli.line;

import java.util.Map;
import java.util.function.Supplier;

import picocli.CommandLine;

import dev.tertulia.server.cli.store.StoreAccess;

/** The commands of this package. */
public final class LineCommands {

    private LineCommands() {}

    /**
     * Adds the commands.
     *
     * @param properties settings that take precedence over all others
     */
    public static void addTo(CommandLine line, Map<String, Object> properties, Supplier<StoreAccess> store) {
        line.addSubcommand(new GroupsCommand(store)).addSubcommand(new WindowCommand(store))
                .addSubcommand(new SendCommand(store)).addSubcommand(new InboxCommand(store))
                .addSubcommand(new OutboxCommand(store)).addSubcommand(new NumbersCommand(store))
                .addSubcommand(new LanesCommand(properties));
    }
}
