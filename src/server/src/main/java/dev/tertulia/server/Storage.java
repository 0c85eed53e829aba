package dev.tertulia.server;

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

    @Override
    void close();
}
