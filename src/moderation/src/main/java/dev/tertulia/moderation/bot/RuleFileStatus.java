package dev.tertulia.moderation.bot;

import java.nio.file.Path;
import java.util.List;

/** What operators see of the rule file. */
public interface RuleFileStatus {

    /** Where the file is. */
    Path file();

    /** The version that was read last, and is in force unless examples speak against it. */
    String version();

    /** Why the file is not in force as it is now: line, column and what to write. Empty if it is. */
    List<String> problems();
}
