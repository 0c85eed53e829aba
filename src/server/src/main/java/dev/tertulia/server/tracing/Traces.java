package dev.tertulia.server.tracing;

import jakarta.inject.Singleton;

import dev.tertulia.graph.Graph;
import dev.tertulia.journal.Journal;

/** Recorder of the path of each event, from the webhook to the statuses of its answers, as one trace. */
@Singleton
public final class Traces {

    private final Spans spans;

    Traces(Spans spans) {
        this.spans = spans;
    }

    /** A journal that delegates to another one and records spans. */
    public Journal of(Journal journal) {
        return new TracedJournal(journal, spans);
    }

    /** A Graph that delegates to another one and records spans. */
    public Graph of(Graph graph, String number) {
        return new TracedGraph(graph, number, spans);
    }
}
