package dev.tertulia.devmode;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** File of arguments for {@code java}, for those that are too long for a command line. */
final class ArgumentFile {

    private ArgumentFile() {}

    /** The {@code java} of this process, which reads such a file. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The argument for a class path. */
    static String classPath(Stream<Path> places) {
        return places.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Writes the file, and the folders that it needs. */
    static Path write(Path file, List<String> arguments) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, arguments.stream().map(ArgumentFile::quoted).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\") + '"';
    }
}
