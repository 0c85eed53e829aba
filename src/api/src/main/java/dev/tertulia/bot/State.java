package dev.tertulia.bot;

import java.util.function.UnaryOperator;

/**
 * A value that a bot stores for a group, or for a member with {@link PerMember}: a record, stored as JSON under the name
 * that {@link Stored} describes, and written together with the turn's answers or not at all. It can be used until the
 * handler returns; after that every method throws an {@link IllegalStateException}. To change it later, start a timer.
 *
 * @param <T> a record. When nothing is stored, it is read from an empty JSON object, so its compact constructor
 *            supplies the initial values
 */
public interface State<T> {

    /** The current value, including changes of this turn. */
    T get();

    /** Replaces the value. */
    void set(T value);

    /** Replaces the value with the result of a function. */
    default void update(UnaryOperator<T> change) {
        set(change.apply(get()));
    }

    /** Removes the value. */
    void clear();
}
