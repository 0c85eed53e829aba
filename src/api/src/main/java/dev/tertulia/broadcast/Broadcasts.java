package dev.tertulia.broadcast;

import java.util.List;
import java.util.Optional;

/**
 * The broadcasts of the business's only phone number; with several numbers choose with {@link #of}. What is asked for
 * happens at once, also inside a turn: a turn that is repeated starts the same broadcast only once.
 */
public interface Broadcasts {

    /** The broadcasts of a certain phone number id. */
    Broadcasts of(String number);

    /** What a broadcast would come to if it started now. Starts nothing. */
    Estimate estimate(Broadcast broadcast);

    /**
     * Starts a broadcast. The same again changes nothing.
     *
     * @return how far it has come, where it had been started before
     * @throws IllegalArgumentException when it has no groups, too many or some that no longer exist, or when another
     *                                  one has its name
     */
    BroadcastProgress start(Broadcast broadcast);

    /** How far a broadcast has come; nothing if it is not known, or started over 90 days ago. */
    Optional<BroadcastProgress> progress(String name);

    /**
     * Stops a broadcast at once: what WhatsApp was not asked for yet does not leave, also what lies in the queues or is
     * held.
     */
    BroadcastProgress stop(String name);

    /** Goes on with a stopped broadcast where it was. */
    BroadcastProgress resume(String name);

    /** The broadcasts of the last 90 days, the latest first, 100 at most. */
    List<BroadcastProgress> list();
}
