package dev.tertulia.server.cli.line;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import dev.tertulia.server.cli.store.StoreAccess;

/** The option that selects one group of all that waits. */
final class GroupFilter {

    /** How much is looked through for the group. */
    private static final int MOST = 10_000;

    @Option(names = "--group", paramLabel = "GROUP", description = "Only this group: its id or its subject.")
    private @Nullable String group;

    /** Which conversations are selected. */
    Predicate<String> selected(StoreAccess open, @Nullable String number) {
        return group == null ? conversation -> true : FoundGroup.find(open, number, group).id()::equals;
    }

    /** How much to read, to find as many of the group. */
    int reading(int limit) {
        return group == null ? limit : MOST;
    }
}
