package dev.tertulia.server.storage;

import java.util.List;

import dev.tertulia.store.Stores;

/** Where the lines keep everything. */
public interface Storage extends AutoCloseable {

    /** What one phone number keeps. */
    Stores of(String number);

    /**
     * Finds out whether something can be kept for every number that was asked for.
     *
     * @throws dev.tertulia.store.StoreUnavailable when that is not so, with what is wrong and what to do about it
     */
    void probe();

    /**
     * What the store should do beyond taking everything, so that nothing is lost: a sentence for each.
     *
     * @throws dev.tertulia.store.StoreUnavailable when it cannot be asked
     */
    List<String> warnings();

    @Override
    void close();
}
