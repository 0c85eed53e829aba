package dev.tertulia.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import dev.tertulia.graph.Action;
import dev.tertulia.graph.ForwardingGraph;
import dev.tertulia.graph.Graph;
import dev.tertulia.graph.Outcome;

/** A Graph that times what a number asks of another, and counts what is refused by the code that says why. */
public final class MeteredGraph extends ForwardingGraph {

    private final String number;
    private final MeterRegistry registry;
    private final Refusals refusals;

    public MeteredGraph(Graph graph, String number, MeterRegistry registry) {
        super(graph);
        this.number = number;
        this.registry = registry;
        this.refusals = new Refusals(registry, "answer");
        refusals.announce(number);
    }

    @Override
    public Outcome execute(String group, Action action, String callback) {
        Timer.Sample begun = Timer.start(registry);
        Outcome outcome = super.execute(group, action, callback);
        begun.stop(registry.timer("tertulia.graph.calls", "number", number, "kind", kind(action), "outcome",
                name(outcome)));
        if (outcome instanceof Outcome.Refused refused) {
            refusals.count(number, refused.error().code());
        }
        return outcome;
    }

    private static String kind(Action action) {
        return switch (action) {
            case Action.FreeForm free -> "free-form";
            case Action.TemplateMessage template -> "template";
            default -> "operation";
        };
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> "accepted";
            case Outcome.Refused refused -> "refused";
            case Outcome.NotSent notSent -> "not-sent";
            case Outcome.Unclear unclear -> "unclear";
        };
    }
}
