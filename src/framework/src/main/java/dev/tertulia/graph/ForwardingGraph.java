package dev.tertulia.graph;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.tertulia.action.Action;
import dev.tertulia.business.GroupInfo;
import dev.tertulia.business.GroupSummary;

/** A Graph that reports the requests of another one and forwards all queries to it. */
public abstract class ForwardingGraph implements Graph {

    private final Graph graph;
    private final Consumer<Throwable> untold;

    /**
     * Reports the requests of this Graph.
     *
     * @param untold is given the failure when an outcome could not be recorded
     */
    protected ForwardingGraph(Graph graph, Consumer<Throwable> untold) {
        this.graph = graph;
        this.untold = untold;
    }

    /** The outcome is unchanged even if it cannot be reported. */
    @Override
    public final Outcome execute(String group, Action action, String callback) {
        long begun = System.nanoTime();
        Outcome outcome = graph.execute(group, action, callback);
        try {
            tell(new Request(group, action, callback), outcome, Duration.ofNanos(System.nanoTime() - begun));
        } catch (RuntimeException | Error e) {
            untold.accept(e);
        }
        return outcome;
    }

    /** A request. */
    protected record Request(String group, Action action, String callback) {}

    /** Reports a finished request. */
    protected abstract void tell(Request request, Outcome outcome, Duration took);

    @Override
    public final Optional<List<GroupSummary>> groups() {
        return graph.groups();
    }

    @Override
    public final Optional<GroupInfo> info(String group) {
        return graph.info(group);
    }
}
