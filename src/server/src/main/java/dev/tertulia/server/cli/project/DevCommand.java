package dev.tertulia.server.cli.project;

import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.tertulia.server.cli.terminal.CommandFailed;

/** Runs the demo while the bots of a project are being written. */
@Command(name = DevCommand.NAME, mixinStandardHelpOptions = true, description = "Runs the demo with the bots of a project, and reloads them whenever one of its files changes. In a project: mvn -Pdev.", footer = {
        "tertulia dev", "tertulia dev --tests my-bots", "tertulia dev --mcp my-bots"})
public final class DevCommand implements Callable<Integer> {

    /** The name of the command. */
    public static final String NAME = "dev";

    @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = ".", description = "The folder of the project; the current folder unless given.")
    private Path folder;

    @Option(names = "--mcp", description = "Lets an assistant try the bots: stdin and stdout speak the Model Context Protocol.")
    private boolean mcp;

    @Option(names = "--tests", description = "Runs the tests that a change concerns after each change.")
    private boolean tests;

    @Override
    public Integer call() {
        DevMode mode = ServiceLoader.load(DevMode.class).findFirst().orElseThrow(() -> new CommandFailed(
                "dev needs the module tertulia-dev, which an application that runs does not have; in the folder of a"
                        + " project with tertulia-dev as a dependency of scope test, run mvn -Pdev."));
        return mode.run(new DevMode.Wanted(folder.toAbsolutePath().normalize(), mcp, tests));
    }
}
