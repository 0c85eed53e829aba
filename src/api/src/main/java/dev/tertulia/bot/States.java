package dev.tertulia.bot;

import java.util.Map;

import dev.tertulia.message.Member;

/**
 * The values that a bot stores for the members of a group, as {@link State} with {@link PerMember} is one of them. They can
 * be used until the handler returns.
 *
 * @param <T> a record, as that of a {@link State}
 */
public interface States<T> {

    /** The value of a member. */
    State<T> of(Member member);

    /** All values that are stored, by {@link Member#id()}, with the changes of this turn. */
    Map<String, T> all();
}
