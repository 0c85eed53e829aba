package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.tertulia.bot.Notice;
import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.outbox.Send;

/**
 * The broadcasts of one phone number with the status of each recipient. Every method is one atomic step. The outbox
 * updates a recipient's status in the step that settles its entry.
 */
public interface BroadcastStore {

    /** How long a broadcast is kept. */
    Duration KEPT = Duration.ofDays(90);

    /** The maximum number of a broadcast's entries in the outbox, not counting held ones. */
    int MOST_IN_QUEUES = 200;

    /**
     * A broadcast as it was started.
     *
     * @param audience a description of the recipients, to distinguish it from another broadcast of the same name
     */
    record Started(String name, Notice notice, String audience, Instant at) {}

    /** The next recipients for the outbox: the first that wait, as many as there is room for. */
    record Batch(Started broadcast, List<String> groups) {}

    /** Stores a broadcast unless its name is taken. */
    boolean start(Started broadcast, List<String> groups);

    /** The broadcast as it was started. */
    Optional<Started> find(String name);

    /** The progress of a broadcast. */
    Optional<BroadcastProgress> progress(String name);

    /** Stops a broadcast or resumes it. */
    void stopped(String name, boolean stopped);

    /** The names of stored broadcasts, the latest first. */
    List<String> latest(int atMost);

    /** The names of broadcasts that may have recipients left, the oldest first. */
    List<String> active();

    /**
     * The next batch for the outbox; empty while the broadcast is stopped, the outbox is full, or no recipient waits.
     * Removes a completed broadcast from the active ones.
     */
    Optional<Batch> next(String name);

    /**
     * Appends entries to the outbox and removes their groups from the waiting ones. An entry whose group is not the
     * next one was appended before and is skipped.
     *
     * @return how many were appended; none if that pump no longer has the lease, or the broadcast was stopped
     */
    int feed(long fence, String name, List<Send> sends);

    /**
     * The stored facts of groups, in their order.
     *
     * @param key the key of the facts in the state of a group
     */
    List<Glance> glance(List<String> groups, String key);

    /** The end of a group's window, and its facts as JSON. */
    record Glance(Optional<Instant> openUntil, Optional<String> facts) {}
}
