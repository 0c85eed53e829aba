package dev.tertulia.broadcast;

import java.util.List;
import java.util.Optional;

/**
 * The broadcasts of the business's only phone number; with several numbers choose with {@link #of}. Every call takes
 * effect at once, also inside a turn; a turn that is repeated starts the same broadcast only once.
 */
public interface Broadcasts {

    /** The broadcasts of a certain phone number id. */
    Broadcasts of(String number);

    /** Estimates a broadcast without starting it. */
    Estimate estimate(Broadcast broadcast);

    /**
     * Starts a broadcast. Starting the same broadcast again has no effect.
     *
     * @return the progress, which may be advanced if it was started before
     * @throws IllegalArgumentException if it has no groups, too many groups or groups that no longer exist, or if
     * another broadcast has its name
     */
    BroadcastProgress start(Broadcast broadcast);

    /** The progress of a broadcast; empty if it is unknown or started more than 90 days ago. */
    Optional<BroadcastProgress> progress(String name);

    /**
     * Stops a broadcast at once: messages that were not yet sent do not leave, including queued and held ones.
     */
    BroadcastProgress stop(String name);

    /** Resumes a stopped broadcast. */
    BroadcastProgress resume(String name);

    /** The broadcasts of the last 90 days, the latest first, at most 100. */
    List<BroadcastProgress> list();
}
