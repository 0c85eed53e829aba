package dev.tertulia.server.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The demo's initial state and access rules.
 *
 * @param seed   a YAML file of groups, members and templates that replaces the default group
 * @param kept   the state file, which survives restarts; if it exists, it takes precedence over the seed
 * @param access the access rules
 */
public record Scene(Optional<Path> seed, Optional<Path> kept, DemoAccess access) {}
