package dev.tertulia.server.edge;

import java.time.Duration;

/**
 * Limits on input from the network whose sender is not verified yet.
 *
 * @param connections the maximum number of open connections
 * @param bodies      the maximum number of bytes of bodies held over all connections
 * @param largest     the largest body of one request
 * @param head        the time that a new connection has for the head of its first request
 * @param body        the time that a whole body has
 * @param idle        the time that a connection may stay open without a request
 */
public record EdgeLimits(int connections, long bodies, int largest, Duration head, Duration body, Duration idle) {

    private static final int PART_OF_HEAP = 8;
    private static final int HEAP_OF_A_CONNECTION = 256 * 1024;
    private static final int FEWEST_CONNECTIONS = 256;
    private static final int MOST_CONNECTIONS = 16_384;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(1);

    /**
     * Limits that fit the memory of the process.
     *
     * @param heap    the maximum heap size in bytes
     * @param largest the largest body of one request; there is room for one in any case
     */
    public static EdgeLimits of(long heap, int largest) {
        return new EdgeLimits(Math.clamp(heap / HEAP_OF_A_CONNECTION, FEWEST_CONNECTIONS, MOST_CONNECTIONS),
                Math.max(heap / PART_OF_HEAP, 2L * largest), largest, DEADLINE, DEADLINE, IDLE);
    }

    EdgeLimits withConnections(int most) {
        return new EdgeLimits(most, bodies, largest, head, body, idle);
    }

    EdgeLimits withBodies(long most) {
        return new EdgeLimits(connections, most, largest, head, body, idle);
    }

    EdgeLimits withDeadline(Duration deadline) {
        return new EdgeLimits(connections, bodies, largest, deadline, deadline, idle);
    }
}
