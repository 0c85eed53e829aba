package dev.tertulia.turn;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.tertulia.groups.EventMembers;
import dev.tertulia.message.Event;
import dev.tertulia.message.Member;

/**
 * The people who are staff.
 *
 * @param everywhere in all chats
 * @param byLabel    in the groups that bear a label
 */
public record StaffList(List<Member> everywhere, Map<String, List<Member>> byLabel) {

    /** Nobody. */
    public static final StaffList NOBODY = new StaffList(List.of(), Map.of());

    /** The staff of user ids and phone numbers. */
    public static StaffList of(Collection<String> everywhere, Map<String, ? extends Collection<String>> byLabel) {
        Map<String, List<Member>> labelled = new java.util.HashMap<>();
        byLabel.forEach((label, people) -> labelled.put(label, people.stream().map(Member::of).toList()));
        return new StaffList(everywhere.stream().map(Member::of).toList(), Map.copyOf(labelled));
    }

    /** Whether it names nobody. */
    public boolean isEmpty() {
        return everywhere.isEmpty() && byLabel.isEmpty();
    }

    /** Whether somebody is staff where these labels are borne, which are looked up only if they matter. */
    boolean includes(Member member, Supplier<Set<String>> labels) {
        return contains(everywhere, member) || !byLabel.isEmpty() && labels.get().stream()
                .anyMatch(label -> contains(byLabel.getOrDefault(label, List.of()), member));
    }

    private static boolean contains(List<Member> people, Member member) {
        return people.stream().anyMatch(person -> person.is(member) || person.address().equals(member.id()));
    }

    /** An event whose people say whether they are staff. */
    Event marked(Event event, Predicate<Member> isStaff) {
        return isEmpty() ? event : EventMembers.replaced(event, member -> member.asStaff(isStaff.test(member)));
    }
}
