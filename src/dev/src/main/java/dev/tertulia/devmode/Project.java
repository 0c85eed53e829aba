package dev.tertulia.devmode;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.server.cli.terminal.CommandFailed;

/**
 * The project whose bots are being written.
 *
 * @param folder    the folder of its pom.xml
 * @param classPath its dependencies: the class path of this process without the project's own classes
 */
record Project(Path folder, List<Path> classPath) {

    private static final String JAVA = ".java";

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

    Path testSources() {
        return folder.resolve("src/test/java");
    }

    Path testResources() {
        return folder.resolve("src/test/resources");
    }

    /** The folders of which changes matter. @param tests whether those of tests do */
    List<Path> watched(boolean tests) {
        return Stream.concat(Stream.of("src/main", "config"), tests ? Stream.of("src/test") : Stream.empty())
                .map(folder::resolve).filter(Files::isDirectory).toList();
    }

    /** Files as they are named below the folder of the project. */
    List<String> names(List<Path> files) {
        return files.stream().map(file -> folder.relativize(file).toString()).toList();
    }

    boolean isOfTests(Path file) {
        return file.startsWith(folder.resolve("src/test"));
    }

    boolean isResource(Path file) {
        return file.startsWith(resources()) || file.startsWith(testResources());
    }

    /** The outermost class of a source file, such as {@code org/example/HelloBot}; empty for other files. */
    Optional<String> sourceName(Path file) {
        return Stream.of(sources(), testSources()).filter(file::startsWith)
                .map(root -> root.relativize(file).toString().replace('\\', '/')).filter(name -> name.endsWith(JAVA))
                .map(name -> name.substring(0, name.length() - JAVA.length())).findFirst();
    }

    /** The folder of a version's classes and resources. Each process has its own. */
    Path version(int number) {
        return versions().resolve("version-" + number);
    }

    /** The folder of the classes and resources of tests. */
    Path tests() {
        return versions().resolve("tests");
    }

    private Path versions() {
        return folder.resolve("target/dev/process-" + ProcessHandle.current().pid());
    }

    /** Deletes the versions of this process. */
    void deleteVersions() {
        Folders.delete(versions());
    }
}
