package dev.tertulia.moderation.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a file looks like from outside. A new stamp of a changed file is different.
 *
 * @param modified {@code null} if there is no such file
 * @param identity what the file system tells files apart by; {@code null} if it does not
 * @param settled  whether a later change changes the time: some file systems know only every other second
 */
record FileStamp(Path file, @Nullable FileTime modified, long size, @Nullable Object identity, boolean settled) {

    private static final Duration COARSEST_TIME = Duration.ofSeconds(2);

    /** The stamp of a file, to be taken before the file is read. */
    static FileStamp of(Path file) {
        Instant now = Instant.now();
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            FileTime modified = found.lastModifiedTime();
            return new FileStamp(file, modified, found.size(), found.fileKey(),
                    modified.toInstant().isBefore(now.minus(COARSEST_TIME)));
        } catch (IOException e) {
            return new FileStamp(file, null, 0, null, true);
        }
    }

    /** Whether the file is certainly the same still. */
    boolean isCurrent() {
        return settled && equals(of(file));
    }
}
