package dev.tertulia.broadcast;

import java.time.Instant;
import java.util.Map;

/**
 * How far a broadcast has come.
 *
 * @param stands how many of its groups stand where; all of them are in one place each
 */
public record BroadcastProgress(String name, Instant startedAt, boolean stopped, Map<RecipientStatus, Integer> stands) {

    public BroadcastProgress {
        stands = Map.copyOf(stands);
    }

    /** What becomes of a broadcast. */
    public enum State {
        /** Some groups may still get it. */
        RUNNING,
        /** Nothing leaves until it is resumed. */
        STOPPED,
        /** Nothing is left to send. */
        DONE
    }

    /** What becomes of it now. A message that fails late, after WhatsApp took it on, may make it run again. */
    public State state() {
        boolean over = waiting() + queued() + held() + unknown() == 0;
        return over ? State.DONE : stopped ? State.STOPPED : State.RUNNING;
    }

    /** All its groups. */
    public int total() {
        return stands.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Groups whose turn has not come. */
    public int waiting() {
        return at(RecipientStatus.WAITING);
    }

    /** Groups whose message lies in the outbox. */
    public int queued() {
        return at(RecipientStatus.QUEUED);
    }

    /** Groups whose message WhatsApp has taken on. */
    public int sent() {
        return at(RecipientStatus.SENT);
    }

    /** Groups whose message waits for the window, for the budget, or for an event of the group. */
    public int held() {
        return at(RecipientStatus.HELD);
    }

    /** Groups that get nothing: the window was shut, the notice expired, or a person discarded it. */
    public int dropped() {
        return at(RecipientStatus.DROPPED);
    }

    /** Groups whose message WhatsApp refused; each is a dead letter. */
    public int failed() {
        return at(RecipientStatus.FAILED);
    }

    /** Groups of which nobody knows yet whether WhatsApp has the message. */
    public int unknown() {
        return at(RecipientStatus.UNKNOWN);
    }

    private int at(RecipientStatus stand) {
        return stands.getOrDefault(stand, 0);
    }
}
