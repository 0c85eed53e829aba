package dev.tertulia.server.tracing;

import jakarta.inject.Singleton;

import dev.tertulia.graph.Graph;
import dev.tertulia.journal.Journal;

/** Shows the way of each event, from the webhook to the statuses of what was answered, as one trace. */
@Singleton
public final class Traces {

    private final Spans spans;

    Traces(Spans spans) {
        this.spans = spans;
    }

    /** The same journal, whose entries become spans. */
    public Journal of(Journal journal) {
        return new TracedJournal(journal, spans);
    }

    /** The same Graph of a number, whose calls become spans. */
    public Graph of(Graph graph, String number) {
        return new TracedGraph(graph, number, spans);
    }
}
