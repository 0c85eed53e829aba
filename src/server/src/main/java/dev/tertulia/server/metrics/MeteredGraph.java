package dev.tertulia.server.metrics;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.action.Action;
import dev.tertulia.action.Message;
import dev.tertulia.graph.ForwardingGraph;
import dev.tertulia.graph.Graph;
import dev.tertulia.graph.Outcome;

/** A Graph that times the requests of a number and counts refusals by error code. */
public final class MeteredGraph extends ForwardingGraph {

    private static final Logger LOG = LoggerFactory.getLogger(MeteredGraph.class);

    private final String number;
    private final MeterRegistry registry;
    private final Refusals refusals;

    public MeteredGraph(Graph graph, String number, MeterRegistry registry) {
        super(graph, e -> LOG.error("the metrics of a request could not be recorded", e));
        this.number = number;
        this.registry = registry;
        this.refusals = new Refusals(registry, "answer");
    }

    @Override
    protected void tell(Request request, Outcome outcome, Duration took) {
        registry.timer("tertulia.graph.calls", "number", number, "kind", kind(request.action()), "outcome",
                name(outcome)).record(took);
        if (outcome instanceof Outcome.Refused refused) {
            refusals.count(number, refused.error().code());
        }
    }

    private static String kind(Action action) {
        return switch (action) {
            case Message.FreeForm free -> "free-form";
            case Message.TemplateMessage template -> "template";
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
