import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives generated files that have not changed the times of the last build, so that the compiler does not compile their module,
 * and all that need it, again. The JTE plugin writes all templates anew in every build.
 */
final class KeepTimes {

    private KeepTimes() {}

    /** @param arguments the folder of the generated files, and one that keeps a copy of them */
    public static void main(String[] arguments) throws IOException {
        Path generated = Path.of(arguments[0]);
        Path kept = Path.of(arguments[1]);
        for (Path file : files(generated)) {
            Path copy = kept.resolve(generated.relativize(file));
            if (Files.exists(copy) && Files.mismatch(file, copy) < 0) {
                Files.setLastModifiedTime(file, Files.getLastModifiedTime(copy));
            } else {
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
