package dev.tertulia.graph;

import java.util.List;
import java.util.Optional;

import dev.tertulia.business.GroupInfo;

/** A Graph that does something of its own around the requests of another, and leaves all questions to it. */
public abstract class ForwardingGraph implements Graph {

    private final Graph graph;

    protected ForwardingGraph(Graph graph) {
        this.graph = graph;
    }

    @Override
    public Outcome execute(String group, Action action, String callback) {
        return graph.execute(group, action, callback);
    }

    @Override
    public final Optional<List<ListedGroup>> groups() {
        return graph.groups();
    }

    @Override
    public final Optional<GroupInfo> info(String group) {
        return graph.info(group);
    }
}
