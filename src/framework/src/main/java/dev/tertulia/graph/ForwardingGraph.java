package dev.tertulia.graph;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.tertulia.action.Action;
import dev.tertulia.business.GroupInfo;
import dev.tertulia.business.GroupSummary;

/** A Graph that tells of the requests of another, and leaves all questions to it. */
public abstract class ForwardingGraph implements Graph {

    private final Graph graph;
    private final Consumer<Throwable> untold;

    /**
     * Tells of this one.
     *
     * @param untold is given what failed when an outcome could not be told
     */
    protected ForwardingGraph(Graph graph, Consumer<Throwable> untold) {
        this.graph = graph;
        this.untold = untold;
    }

    /** An outcome stays what it is, also where it cannot be told. */
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

    /** What was asked. */
    protected record Request(String group, Action action, String callback) {}

    /** Tells of a request that is over. */
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
