package dev.tertulia.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;

/**
 * The people of one phone number: the id of each by every user id and phone number that they were known by, and the
 * groups they were seen in. Every method is one atomic step and is idempotent.
 */
public interface PeopleDirectory {

    /**
     * Finds or adds a person and stores new data. The first known user id or phone number of a person remains their id.
     * If two ids turn out to be one person, the older one is kept. A phone number whose person has another user id now
     * belongs to somebody else.
     *
     * @param group where they are; absent if they are in none yet
     */
    Entry meet(Member member, @Nullable String group, Instant now);

    /**
     * Records a new user id or phone number of a person. The former phone number may belong to somebody else from then
     * on.
     *
     * @return the person; empty if none was known
     */
    Optional<Entry> change(Member before, Member after, Instant now);

    /** Records that all groups were told of a merged id. */
    void moved(String id, String other);

    /** Records that a person is no longer in a group. */
    void left(String id, String group);

    /** The groups that a person was seen in. */
    Set<String> groups(String id);

    /**
     * A person.
     *
     * @param id to key data on
     * @param merged ids that were merged into this one and whose groups were not yet told
     */
    record Entry(String id, List<String> merged) {}
}
