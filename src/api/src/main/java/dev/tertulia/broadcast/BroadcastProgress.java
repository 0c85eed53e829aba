package dev.tertulia.broadcast;

import java.time.Instant;
import java.util.Map;

/**
 * The progress of a broadcast.
 *
 * @param stands the number of groups by status; every group has one status
 */
public record BroadcastProgress(String name, Instant startedAt, boolean stopped, Map<RecipientStatus, Integer> stands) {

    public BroadcastProgress {
        stands = Map.copyOf(stands);
    }

    /** The states of a broadcast. */
    public enum State {
        /** Some groups are still to receive it. */
        RUNNING,
        /** Nothing is sent until it is resumed. */
        STOPPED,
        /** There is nothing left to send. */
        DONE
    }

    /** The current state. A message that fails after WhatsApp accepted it may return a broadcast to {@code RUNNING}. */
    public State state() {
        boolean over = waiting() + queued() + held() + unknown() == 0;
        return over ? State.DONE : stopped ? State.STOPPED : State.RUNNING;
    }

    /** The number of groups. */
    public int total() {
        return stands.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Groups whose message is not queued yet. */
    public int waiting() {
        return at(RecipientStatus.WAITING);
    }

    /** Groups whose message is in the outbox. */
    public int queued() {
        return at(RecipientStatus.QUEUED);
    }

    /** Groups whose message WhatsApp has accepted. */
    public int sent() {
        return at(RecipientStatus.SENT);
    }

    /** Groups whose message waits for the window, for the budget, or for an event of the group. */
    public int held() {
        return at(RecipientStatus.HELD);
    }

    /** Groups that receive nothing: the window was shut, the notice expired, or an operator discarded it. */
    public int dropped() {
        return at(RecipientStatus.DROPPED);
    }

    /** Groups whose message WhatsApp refused; each is a dead letter. */
    public int failed() {
        return at(RecipientStatus.FAILED);
    }

    /** Groups for which it is unknown whether WhatsApp accepted the message. */
    public int unknown() {
        return at(RecipientStatus.UNKNOWN);
    }

    private int at(RecipientStatus stand) {
        return stands.getOrDefault(stand, 0);
    }
}
