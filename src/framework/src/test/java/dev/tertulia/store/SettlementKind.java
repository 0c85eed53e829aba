package dev.tertulia.store;

import java.time.Instant;

import dev.tertulia.graph.GraphError;
import dev.tertulia.outbox.BlockedUntil;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.Settlement;

/** The kinds of settlements, for tests that are run with each. */
public enum SettlementKind {
    AGAIN,
    SENT,
    HELD,
    PARKED,
    DEAD,
    GONE,
    STOPPED;

    /** A settlement of this kind. */
    public Settlement of(Send send, Instant at, Instant until) {
        return switch (this) {
            case AGAIN -> new Settlement.Again(send, at, until, "because");
            case SENT -> new Settlement.Sent(send, at, "wamid." + send.id());
            case HELD -> new Settlement.Held(send, at, until, "because");
            case PARKED -> new Settlement.Parked(send, at, BlockedUntil.UNTIL_JOIN);
            case DEAD -> new Settlement.Dead(send, at, "because", null);
            case GONE -> new Settlement.Gone(send, at, "because");
            case STOPPED -> new Settlement.Stopped(send, at);
        };
    }

    /** A dead letter with the code of an error. */
    public static Settlement dead(Send send, Instant at, String reason, int code) {
        return new Settlement.Dead(send, at, reason, new GraphError(400, code, ""));
    }
}
