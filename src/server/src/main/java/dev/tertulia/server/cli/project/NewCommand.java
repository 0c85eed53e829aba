package dev.tertulia.server.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.tertulia.server.cli.terminal.CommandFailed;
import dev.tertulia.server.cli.terminal.Output;

/** Makes a project with a bot and its test. */
@Command(name = "new", mixinStandardHelpOptions = true, description = "Makes a project of your own in a new folder: a bot with its test, settings, files for containers and for continuous integration.", footer = {
        "tertulia new my-bots", "tertulia new my-bots --package com.example.club --name club-bots"})
public final class NewCommand implements Callable<Integer> {

    private static final String NAME = "[a-z][a-z0-9-]{0,62}";
    /** What both a Java package and a Maven group id may be. */
    private static final String PACKAGE = "[a-z_][a-z0-9_]*([.][a-z_][a-z0-9_]*)*";
    private static final String OF_OTHERS = "(java|dev[.]tertulia)([.].*)?";
    private static final String ONE_WORD = "[\\w./+-]+";

    @Mixin
    private Output output;

    @Parameters(paramLabel = "DIR", description = "The folder of the project; it must be new or empty.")
    private Path folder;

    @Option(names = "--package", paramLabel = "PACKAGE", defaultValue = "org.example", description = "The Java package of the bot, and the group id of the project; ${DEFAULT-VALUE} unless given.")
    private String packageName;

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the project, its artifact id; that of the folder unless given.")
    private @Nullable String name;

    /** The result in JSON. */
    private record Made(String folder, List<String> files) {}

    @Override
    public Integer call() {
        String project = name == null ? ofFolder() : name;
        check(project);
        Map<String, String> files = ProjectTemplate.files(Map.of("groupId", packageName, "artifactId", project,
                "version", "1.0", "package", packageName));
        refuseIfNotEmpty();
        files.forEach((path, text) -> write(folder.resolve(path), text));
        if (output.json()) {
            output.print(new Made(folder.toString(), List.copyOf(files.keySet())));
        } else {
            tell(files);
        }
        return CommandLine.ExitCode.OK;
    }

    private String ofFolder() {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null
                ? ""
                : last.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[^a-z]+|-+$", "");
    }

    private void check(String project) {
        if (!project.matches(NAME)) {
            throw output
                    .wrongUsage("'%s' is not a name for a project; write lower-case letters, digits and hyphens, as in"
                            .formatted(project) + " --name my-bots");
        }
        if (!SourceVersion.isName(packageName) || !packageName.matches(PACKAGE) || packageName.matches(OF_OTHERS)) {
            throw output.wrongUsage("'%s' is not a package for your bots; write one such as --package com.example.club"
                    .formatted(packageName));
        }
    }

    private void refuseIfNotEmpty() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CommandFailed("%s is a file; name a new or an empty folder.".formatted(folder));
        }
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new CommandFailed("The folder %s is not empty; name a new or an empty one.".formatted(folder));
            }
        } catch (IOException e) {
            throw new CommandFailed("The folder %s cannot be read: %s".formatted(folder, e));
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandFailed("The file %s cannot be written: %s".formatted(file, e));
        }
    }

    private void tell(Map<String, String> files) {
        output.out().println("The project is in " + folder + ":");
        files.keySet().forEach(file -> output.out().println("  " + file));
        output.out().println("Next:");
        output.out().println("  cd " + (folder.toString().matches(ONE_WORD) ? folder : "'" + folder + "'"));
        output.out().println("  mvn            starts the demo: open http://localhost:8080/playground");
        output.out().println("  mvn -Pdev      the same, and reloads the bots whenever you save a file");
        output.out().println("  mvn verify     runs the tests");
    }
}
