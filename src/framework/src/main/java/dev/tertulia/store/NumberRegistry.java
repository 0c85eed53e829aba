package dev.tertulia.store;

import java.util.Map;

/** The phone numbers that were added to the installation without its settings. */
public interface NumberRegistry {

    /**
     * Adds a number, or changes its business account.
     *
     * @param id              the phone number id
     * @param businessAccount the id of its business account, {@code ""} if it is not known
     * @return whether this changed anything
     * @throws StoreUnavailable if the store cannot be reached
     */
    boolean add(String id, String businessAccount);

    /**
     * Removes a number. What is stored of it stays.
     *
     * @param id the phone number id
     * @return whether it had been added
     * @throws StoreUnavailable if the store cannot be reached
     */
    boolean remove(String id);

    /**
     * A number that differs after each change; 0 before the first.
     *
     * @throws StoreUnavailable if the store cannot be reached
     */
    long version();

    /**
     * The ids of all added numbers with those of their business accounts, {@code ""} where that was not told.
     *
     * @throws StoreUnavailable if the store cannot be reached
     */
    Map<String, String> all();
}
