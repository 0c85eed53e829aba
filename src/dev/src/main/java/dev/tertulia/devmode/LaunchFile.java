package dev.tertulia.devmode;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tertulia.server.Application;

/** File of arguments with which {@code java} starts the development mode for an assistant, without Maven. */
final class LaunchFile {

    private static final List<String> OPTIONS = List.of("--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-Ddev.tertulia.ends-with-parent=true");

    private LaunchFile() {}

    /** Writes the file of a project and returns it. @param tests whether tests run after each change */
    static Path write(Project project, boolean tests) {
        List<String> arguments = Stream.of(OPTIONS.stream(),
                Stream.of("-classpath", ArgumentFile.classPath(project.classPath().stream()),
                        Application.class.getName(), "dev", "--mcp"),
                tests ? Stream.of("--tests") : Stream.<String>empty(), Stream.of(project.folder().toString()))
                .flatMap(part -> part).toList();
        return ArgumentFile.write(project.folder().resolve("target/dev/mcp.args"), arguments);
    }

    /** The command that an assistant runs. */
    static String command(Project project, boolean tests) {
        return ArgumentFile.java() + " @" + write(project, tests);
    }
}
