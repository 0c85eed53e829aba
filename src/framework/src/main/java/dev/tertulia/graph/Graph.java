package dev.tertulia.graph;

import java.util.List;
import java.util.Optional;

import dev.tertulia.action.Action;
import dev.tertulia.business.GroupInfo;
import dev.tertulia.business.GroupSummary;

/** The Graph API as the line uses it: each request has one outcome, and nothing is thrown. */
@FunctionalInterface
public interface Graph {

    /**
     * Executes an action and waits for the answer.
     *
     * @param callback comes back with every status of a message, so that its outbox entry is found again
     */
    Outcome execute(String group, Action action, String callback);

    /** The groups of the number except suspended ones; empty if the list cannot be read now. */
    default Optional<List<GroupSummary>> groups() {
        return Optional.empty();
    }

    /** WhatsApp's information about a group; empty if it does not answer or does not know the group. */
    default Optional<GroupInfo> info(String group) {
        return Optional.empty();
    }
}
