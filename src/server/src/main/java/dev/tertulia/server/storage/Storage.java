package dev.tertulia.server.storage;

import java.util.List;
import java.util.Optional;

import dev.tertulia.redis.Rings;
import dev.tertulia.store.NumberRegistry;
import dev.tertulia.store.Processes;
import dev.tertulia.store.Stores;

/** Storage of the lines of all phone numbers. */
public interface Storage extends AutoCloseable {

    /** The stores of a phone number. */
    Stores of(String number);

    /** The processes that share this storage. */
    Processes processes();

    /**
     * Checks whether the stores of all numbers requested so far accept writes.
     *
     * @throws dev.tertulia.store.StoreUnavailable if they do not, with the cause and the remedy
     */
    void probe();

    /**
     * Warnings about a configuration of the store that risks the loss of data, one sentence each.
     *
     * @throws dev.tertulia.store.StoreUnavailable if the store cannot be reached
     */
    List<String> warnings();

    /** Calls this whenever another process has stored work for this one. */
    default void listen(Rings.Listener listener) {}

    /** The numbers that were added while the installation runs; empty if no other process uses the store. */
    default Optional<NumberRegistry> addedNumbers() {
        return Optional.empty();
    }

    /**
     * The phone number ids that a process has to look at now, of all that use the store. Empty if no other process does.
     *
     * @throws dev.tertulia.store.StoreUnavailable if the store cannot be reached
     */
    default List<String> numbersWithWork() {
        return List.of();
    }

    @Override
    void close();
}
