package dev.tertulia.server.console.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tertulia.journal.Sha256;
import dev.tertulia.moderation.rules.RuleFile;

/** The rule file on the disk, and the versions that it had before, in a folder beside it. */
final class RuleStore {

    private static final int MOST = 200;
    private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}\\.\\d{3}Z\\.yml");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path file;
    private final ReentrantLock lock = new ReentrantLock();

    RuleStore(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Thrown if the file has changed since the text was read that was to replace it. */
    static final class ChangedMeanwhile extends Exception {

        private static final long serialVersionUID = 1;

        ChangedMeanwhile() {
            super("the rule file has changed meanwhile");
        }
    }

    private Path folder() {
        return file.getParent();
    }

    private Path versions() {
        return folder().resolve(file.getFileName() + ".versions");
    }

    /** Whether the file can be replaced. */
    boolean isWritable() {
        return Files.isWritable(folder()) && Files.isWritable(file);
    }

    /** The text of the file; empty if it cannot be read. */
    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** What tells a text apart from others. */
    static String hash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }

    /**
     * Replaces the file in one step, and keeps what it was. It is read before, so a wrong text is never written.
     *
     * @param base the hash of the text that it replaces
     * @throws dev.tertulia.moderation.rules.RuleFileException if anything in it is wrong
     */
    void save(String text, String base, Instant now) throws ChangedMeanwhile {
        RuleFile.read(text, folder());
        lock.lock();
        try {
            String before = text();
            if (!hash(before).equals(base)) {
                throw new ChangedMeanwhile();
            }
            if (!before.equals(text)) {
                Files.createDirectories(versions());
                replace(versions().resolve(TIME.format(now) + ".yml"), before);
                replace(file, text);
                forgetOldest();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private static void replace(Path target, String text) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path written = Files.createTempFile(folder, ".rules", ".tmp");
        try {
            Files.writeString(written, text);
            if (Files.exists(target)) {
                Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(target));
            }
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private void forgetOldest() throws IOException {
        for (String old : names().stream().skip(MOST).toList()) {
            Files.deleteIfExists(versions().resolve(old));
        }
    }

    /** The names of the versions before, the latest first. */
    List<String> names() {
        if (!Files.isDirectory(versions())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(versions())) {
            return files.map(path -> path.getFileName().toString()).filter(NAME.asMatchPredicate())
                    .sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When a version was replaced. */
    static Instant replaced(String name) {
        return TIME.parse(name.substring(0, name.length() - ".yml".length()), Instant::from);
    }

    /** The text of a version before; empty if there is none of that name. */
    Optional<String> version(String name) {
        try {
            return NAME.matcher(name).matches() && Files.exists(versions().resolve(name))
                    ? Optional.of(Files.readString(versions().resolve(name)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
