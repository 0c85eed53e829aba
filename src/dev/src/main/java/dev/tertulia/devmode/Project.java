package dev.tertulia.devmode;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tertulia.server.cli.terminal.CommandFailed;

/**
 * The project whose bots are being written.
 *
 * @param folder    the folder of its pom.xml
 * @param classPath its dependencies: the class path of this process without the project's own classes
 */
record Project(Path folder, List<Path> classPath) {

    /**
     * The project in a folder.
     *
     * @throws CommandFailed if there are no sources
     */
    static Project at(Path folder) {
        Path here = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(here.resolve("src/main/java"))) {
            throw new CommandFailed("%s has no folder src/main/java; name the folder of a project with bots."
                    .formatted(here));
        }
        List<Path> stale = stale(here);
        return new Project(here, Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(place -> !place.isEmpty()).map(place -> Path.of(place).toAbsolutePath().normalize())
                .filter(place -> !stale.contains(place)).toList());
    }

    private static List<Path> stale(Path folder) {
        return List.of(folder.resolve("target/classes"), folder.resolve("target/test-classes"));
    }

    /** The folders of what another build has compiled, which must not be used. */
    List<Path> stale() {
        return stale(folder);
    }

    Path sources() {
        return folder.resolve("src/main/java");
    }

    Path resources() {
        return folder.resolve("src/main/resources");
    }

    /** The folders of which each change makes a new version. */
    List<Path> watched() {
        return Stream.of(folder.resolve("src/main"), folder.resolve("config")).filter(Files::isDirectory).toList();
    }

    /** The folder of a version's classes and resources. Each process has its own. */
    Path version(int number) {
        return versions().resolve("version-" + number);
    }

    private Path versions() {
        return folder.resolve("target/dev/process-" + ProcessHandle.current().pid());
    }

    /** Deletes the versions of this process. */
    void deleteVersions() {
        Folders.delete(versions());
    }
}
