package dev.tertulia.outbox;

import java.time.InstantSource;

import dev.tertulia.costs.Costs;
import dev.tertulia.graph.Graph;
import dev.tertulia.journal.Journal;
import dev.tertulia.operation.Operations;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.window.WindowRule;
import dev.tertulia.window.Windows;

/** What the way out of one phone number is made of. */
public record OutboxParts(String number, OutboxStore store, Windows windows, WindowRule rule, Throttle throttle,
        Costs costs, Graph graph, OutboxSettings settings, Operations operations, InstantSource clock,
        Journal journal, Standing standing, OutgoingFilter filter) {

    /** The same of an account that may do everything, and of bots that leave outgoing messages alone. */
    public OutboxParts(String number, OutboxStore store, Windows windows, WindowRule rule, Throttle throttle,
            Costs costs, Graph graph, OutboxSettings settings, Operations operations, InstantSource clock,
            Journal journal) {
        this(number, store, windows, rule, throttle, costs, graph, settings, operations, clock, journal, Standing.GOOD,
                OutgoingFilter.NONE);
    }
}
