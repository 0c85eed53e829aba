package dev.tertulia.business;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;
import dev.tertulia.message.WireError;
import dev.tertulia.stability.Experimental;

/**
 * The people whom the phone number has blocked. They can neither write to it in private nor receive messages from it
 * there; in groups nothing changes (wire reference, part 6).
 */
@Experimental
public interface BlockList {

    /**
     * Blocks people. WhatsApp accepts only those who wrote to the number in the last 24 hours.
     *
     * @return the result for each person
     */
    List<Result> block(Collection<Member> people);

    /**
     * Unblocks people.
     *
     * @return the result for each person
     */
    List<Result> unblock(Collection<Member> people);

    /** The blocked people. */
    Stream<Member> list();

    /**
     * The result for one person.
     *
     * @param person phone number or user id, as it was sent
     * @param waId   phone number by which WhatsApp knows the person
     * @param done   whether the person is blocked, or unblocked
     * @param errors why not
     */
    record Result(String person, @Nullable String waId, boolean done, List<WireError> errors) {}
}
