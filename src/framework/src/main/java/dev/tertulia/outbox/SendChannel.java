package dev.tertulia.outbox;

import dev.tertulia.graph.Graph;
import dev.tertulia.operation.Operations;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.LaneKind;
import dev.tertulia.throttle.Throttle;

/**
 * The connection of one number to WhatsApp.
 *
 * @param graph      executes requests
 * @param throttle   limits their rate
 * @param operations tracks the operations that they ask for
 */
public record SendChannel(Graph graph, Throttle throttle, Operations operations) {

    Lane lane(LaneKind kind) {
        return kind == LaneKind.MESSAGES ? throttle.messages() : throttle.operations();
    }
}
