package dev.tertulia.devmode;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tertulia.server.Application;

/** File of arguments with which {@code java} starts the development mode for an assistant, without Maven. */
final class LaunchFile {

    private static final List<String> OPTIONS = List.of("--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-Ddev.tertulia.ends-with-parent=true");

    private LaunchFile() {}

    /** Writes the file of a project and returns it. */
    static Path write(Project project) {
        List<String> arguments = Stream.concat(OPTIONS.stream(),
                Stream.of("-classpath", project.classPath().stream().map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)), Application.class.getName(), "dev", "--mcp",
                        project.folder().toString()))
                .toList();
        Path file = project.folder().resolve("target/dev/mcp.args");
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, arguments.stream().map(LaunchFile::quoted).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\") + '"';
    }

    /** The command that an assistant runs. */
    static String command(Project project) {
        return Path.of(System.getProperty("java.home"), "bin", "java") + " @" + write(project);
    }
}
