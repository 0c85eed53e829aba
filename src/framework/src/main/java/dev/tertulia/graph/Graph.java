package dev.tertulia.graph;

import java.util.List;
import java.util.Optional;

/** The Graph API as the line sees it: one request, one outcome, nothing thrown. */
@FunctionalInterface
public interface Graph {

    /**
     * Does something to a group and waits for the answer.
     *
     * @param callback comes back with every status of a message, so that its outbox entry is found again
     */
    Outcome execute(String group, Action action, String callback);

    /** The number's groups, or nothing when the list cannot be read just now. Leaves suspended ones out. */
    default Optional<List<ListedGroup>> groups() {
        return Optional.empty();
    }
}
