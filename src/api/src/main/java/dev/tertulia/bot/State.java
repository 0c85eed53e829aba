package dev.tertulia.bot;

import java.util.function.UnaryOperator;

/**
 * What a bot remembers of a group, or of a member with {@link PerMember}: a record of the author's, kept as JSON
 * under its class name and written in the same step as the answers, or not at all. It is good until the handler returns;
 * after that each method throws an {@link IllegalStateException}. What is to be remembered later is the matter of a later
 * turn, such as that of a timer.
 *
 * @param <T> a record; where nothing is stored yet it is made of empty JSON, so its compact constructor decides what
 *            "nothing yet" looks like
 */
public interface State<T> {

    /** The value as this turn sees it, its own changes included. */
    T get();

    /** Replaces the value. */
    void set(T value);

    /** Replaces the value by what the change makes of it. */
    default void update(UnaryOperator<T> change) {
        set(change.apply(get()));
    }

    /** Forgets the value. */
    void clear();
}
