package dev.tertulia.moderation.bot;

import java.nio.file.Path;
import java.util.List;

/** What operators see of the rule file. */
public interface RuleFileStatus {

    /** Where the file is. */
    Path file();

    /** The folder of the file, in which the files are that it names. */
    default Path folder() {
        Path parent = file().toAbsolutePath().getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** The version that was read last, and is in force unless examples speak against it. */
    String version();

    /** The rule file of that version. */
    String text();

    /** Why the file is not in force as it is now: line, column and what to write. Empty if it is. */
    List<String> problems();
}
