package dev.tertulia.server.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the demo begins with, and for whom.
 *
 * @param seed groups, members and templates in YAML, instead of those that the demo makes up
 * @param kept where everything is kept over restarts; it goes before the seed once it is there
 * @param access who may reach it
 */
public record Scene(Optional<Path> seed, Optional<Path> kept, DemoAccess access) {}
