package dev.tertulia.handler;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.bot.Bot;

/**
 * The places on the class path that hold the author's classes: folders, and the jars that are not in the directory of the
 * framework's own. The many libraries are left out, as to read them all would take longer than the rest of the start.
 */
final class AuthorClassPath {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorClassPath.class);
    private static final String CLASS = ".class";

    private AuthorClassPath() {}

    static List<Path> ofThisProgram() {
        List<Path> all = Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(place -> !place.isEmpty()).map(Path::of).toList();
        return of(all, holding(AuthorClassPath.class), holding(Bot.class));
    }

    /**
     * The places of a class path. Only an application that is packaged has all libraries in one folder; in a build, a jar
     * may be anything.
     *
     * @param framework holds the framework
     * @param api       holds what authors use, in a packaged application beside the framework
     */
    static List<Path> of(List<Path> classPath, Path framework, Path api) {
        Path own = framework.toAbsolutePath().normalize();
        Path libraries = folderOf(own);
        boolean packaged = isJar(own) && isJar(api) && folderOf(api.normalize()).equals(libraries);
        return classPath.stream().map(place -> place.toAbsolutePath().normalize()).filter(place -> !place.equals(own))
                .filter(place -> Files.isDirectory(place)
                        || packaged && isJar(place) && !folderOf(place).equals(libraries))
                .toList();
    }

    private static Path holding(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folderOf(Path place) {
        Path folder = place.toAbsolutePath().getParent();
        return folder == null ? place : folder;
    }

    private static boolean isJar(Path place) {
        return place.toString().endsWith(".jar") && Files.isRegularFile(place);
    }

    /** Hands over the path of each class file in a place, and what is in it; a place that cannot be read has none. */
    static void read(Path place, BiConsumer<String, byte[]> reader) {
        try {
            if (Files.isDirectory(place)) {
                readFolder(place, reader);
            } else {
                readJar(place, reader);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be searched for bots: {}", place, e.toString());
        }
    }

    private static void readFolder(Path folder, BiConsumer<String, byte[]> reader) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(CLASS)).sorted().toList()) {
                reader.accept(folder.relativize(file).toString().replace(File.separatorChar, '/'),
                        Files.readAllBytes(file));
            }
        }
    }

    private static void readJar(Path jar, BiConsumer<String, byte[]> reader) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(file -> file.getName().endsWith(CLASS)).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    reader.accept(entry.getName(), in.readAllBytes());
                }
            }
        }
    }
}
