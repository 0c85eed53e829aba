package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.tertulia.bot.Notice;
import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.outbox.Send;

/**
 * The broadcasts of one phone number: their groups, and where each stands. Every method is one atomic step. The outbox
 * beside it moves a group's stand in the same step that settles its entry.
 */
public interface BroadcastStore {

    /** How long a broadcast is kept. */
    Duration KEPT = Duration.ofDays(90);

    /** How many of a broadcast's entries lie in the outbox at a time, what is held aside. */
    int MOST_IN_QUEUES = 200;

    /**
     * A broadcast as it was started.
     *
     * @param audience what it went to, to tell it from another of the same name
     */
    record Started(String name, Notice notice, String audience, Instant at) {}

    /** What may go to the outbox next: the first groups that wait, as many as there is room for. */
    record Batch(Started broadcast, List<String> groups) {}

    /** Writes a broadcast down, unless its name is taken. */
    boolean start(Started broadcast, List<String> groups);

    /** The broadcast as it was started. */
    Optional<Started> find(String name);

    /** How far it has come. */
    Optional<BroadcastProgress> progress(String name);

    /** Stops it or lets it go on. */
    void stopped(String name, boolean stopped);

    /** Names of the latest that are kept, the latest first. */
    List<String> latest(int atMost);

    /** Names of those that may have something left to send, the longest running first. */
    List<String> active();

    /** What may go to the outbox next; empty while it is stopped, full or nothing waits. Forgets one that is done. */
    Optional<Batch> next(String name);

    /**
     * Appends entries to the outbox and takes their groups off those that wait. Where another group waits first than
     * the entry's, that entry was appended before and is passed over.
     *
     * @return how many were appended; none if that pump no longer has the lease, or the broadcast was stopped
     */
    int feed(long fence, String name, List<Send> sends);

    /**
     * What is known of groups, in their order.
     *
     * @param key under which their facts are kept beside what bots remember
     */
    List<Glance> glance(List<String> groups, String key);

    /** What is known of a group: when its window shuts, and its facts as JSON. */
    record Glance(Optional<Instant> openUntil, Optional<String> facts) {}
}
