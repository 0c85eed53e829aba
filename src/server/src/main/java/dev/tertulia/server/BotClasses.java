package dev.tertulia.server;

import java.nio.file.Path;

/**
 * The compiled classes of a project's bots, where they are not on the class path of the process.
 *
 * @param loader finds them, and everything else
 * @param folder the folder of the class files
 */
public record BotClasses(ClassLoader loader, Path folder) {}
