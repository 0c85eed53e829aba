package dev.tertulia.graph;

import java.util.List;
import java.util.Optional;

import dev.tertulia.action.Action;
import dev.tertulia.business.GroupInfo;
import dev.tertulia.business.GroupSummary;

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
    default Optional<List<GroupSummary>> groups() {
        return Optional.empty();
    }

    /** What WhatsApp knows of a group, or nothing when it does not answer or knows no such group. */
    default Optional<GroupInfo> info(String group) {
        return Optional.empty();
    }
}
