package dev.tertulia.bot;

import java.util.Map;

/**
 * Reads what an older version of a record stored: a bean of this type is asked where the stored JSON does not fit the record
 * any more. It is needed where a component changed its type or meaning; one that is new needs only a default in the
 * constructor, and one that is gone is ignored.
 *
 * @param <T> the record
 */
public interface StateUpgrade<T> {

    /** The record. */
    Class<T> type();

    /**
     * The value to go on with.
     *
     * @param stored the stored components by name: text, numbers, booleans, lists and maps of them
     */
    T upgrade(Map<String, Object> stored);
}
