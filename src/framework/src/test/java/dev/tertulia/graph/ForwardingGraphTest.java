package dev.tertulia.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.action.GroupOperation;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures and traces are told of a request, and change nothing of it. */
class ForwardingGraphTest {

    @Test
    void anOutcomeStaysWhatItIsWhereItCannotBeTold() {
        List<Throwable> untold = new ArrayList<>();
        Graph graph = new ForwardingGraph((group, action, callback) -> new Outcome.Accepted("wamid.1"),
                untold::add) {
            @Override
            protected void tell(Request request, Outcome outcome, Duration took) {
                throw new AssertionError("no memory for figures");
            }
        };

        assertThat(graph.execute("G", new GroupOperation.DeleteGroup(), "1"))
                .isEqualTo(new Outcome.Accepted("wamid.1"));
        assertThat(untold).singleElement().isInstanceOf(AssertionError.class);
    }
}
