package dev.tertulia.server.cli.project;

import java.nio.file.Path;

/** The development mode, which the module tertulia-dev provides as a service. */
public interface DevMode {

    /**
     * What the command line asks for.
     *
     * @param project the folder of the project
     * @param mcp     whether stdin and stdout speak the Model Context Protocol
     * @param tests   whether the tests that a change concerns run after it
     */
    record Wanted(Path project, boolean mcp, boolean tests) {}

    /**
     * Runs until the process is stopped, or until stdin ends if it speaks the protocol.
     *
     * @return the exit code
     * @throws dev.tertulia.server.cli.terminal.CommandFailed if it cannot start
     */
    int run(Wanted wanted);
}
