package dev.tertulia.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;

/**
 * The people of one phone number: the id of each, by every user id and phone number that they were known by, and the
 * groups that they were met in. Every method is one atomic step and may be repeated.
 */
public interface PeopleDirectory {

    /**
     * Says who somebody is, and keeps what is new of them. Whoever is met first under a user id or phone number has it
     * as id from then on. Two ids that turn out to be one person become the older one. A phone number whose person has
     * another user id belongs to somebody else now.
     *
     * @param group where they are; absent if they are in none yet
     */
    Entry meet(Member member, @Nullable String group, Instant now);

    /**
     * Keeps that a person is known otherwise from now on. The phone number from before is free for somebody else.
     *
     * @return who it is; empty if nobody was known under any of it
     */
    Optional<Entry> change(Member before, Member after, Instant now);

    /** What was met under one id is told to be another, in all of its groups. */
    void moved(String id, String other);

    /** Somebody is no longer in a group. */
    void left(String id, String group);

    /** The groups that a person was met in. */
    Set<String> groups(String id);

    /**
     * A person.
     *
     * @param id     to key data on
     * @param merged ids that are this one now, until their groups were told so
     */
    record Entry(String id, List<String> merged) {}
}
