package dev.tertulia.server;

import dev.tertulia.Line;

/** Where the lines keep everything. */
interface Storage extends AutoCloseable {

    /** What one phone number keeps. */
    Line.Stores of(String number);

    /**
     * Asks for a sign of life.
     *
     * @throws dev.tertulia.inbox.StoreAway when there is none
     */
    void ping();

    @Override
    void close();
}
