package dev.tertulia.server;

import java.util.List;

import dev.tertulia.Line;

/** Where the lines keep everything. */
interface Storage extends AutoCloseable {

    /** What one phone number keeps. */
    Line.Stores of(String number);

    /**
     * Finds out whether something can be kept for every number that was asked for.
     *
     * @throws dev.tertulia.inbox.StoreAway when that is not so, with what is wrong and what to do about it
     */
    void probe();

    /**
     * What the store should do beyond taking everything, so that nothing is lost: a sentence for each.
     *
     * @throws dev.tertulia.inbox.StoreAway when it cannot be asked
     */
    List<String> warnings();

    @Override
    void close();
}
